import { deviceStatusOf } from './device-status.js';

describe('what the device says of itself', () => {
  it('is whether and why control waits', () => {
    expect(deviceStatusOf('{"type":"control","paused":true,"reason":"user-active"}')).toEqual({
      type: 'control',
      paused: true,
      reason: 'user-active',
    });
    expect(deviceStatusOf('{"type":"control","paused":false,"reason":null}')).toEqual({
      type: 'control',
      paused: false,
      reason: null,
    });
  });

  it('is the size of its screen', () => {
    expect(deviceStatusOf('{"type":"screen","width":1280,"height":720}')).toEqual({
      type: 'screen',
      width: 1280,
      height: 720,
    });
  });

  it('is nothing when it is malformed, unknown or not text', () => {
    for (const data of ['', '{', '[]', '{"type":"screen","width":0}', new ArrayBuffer(4), null]) {
      expect(deviceStatusOf(data)).toBeNull();
    }
  });
});
