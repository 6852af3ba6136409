import { inflateSync } from 'node:zlib';
import { png } from './png.js';

describe('A picture as PNG', () => {
  const file = png({ width: 2, height: 1, pixels: Uint32Array.of(0x112233, 0xffee01) });

  it('says its size', () => {
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([2, 1]);
  });

  it('holds the pixels row by row', () => {
    const at = file.indexOf('IDAT');
    const length = file.readUInt32BE(at - 4);
    const bytes = inflateSync(file.subarray(at + 4, at + 4 + length));
    expect([...bytes]).toEqual([0, 0x11, 0x22, 0x33, 0xff, 0xee, 0x01]);
  });
});
