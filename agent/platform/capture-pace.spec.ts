import { CapturePace } from './capture-pace.js';

describe('The pace of captures', () => {
  it('takes the first picture at once', () => {
    expect(new CapturePace().delay(1000)).toBe(0);
  });

  it('keeps 16 ms between pictures', () => {
    const pace = new CapturePace();
    pace.captured(1000);
    expect(pace.delay(1004)).toBe(12);
    expect(pace.delay(1020)).toBe(0);
  });

  it('keeps 2 ms between the four pictures after an input, then 16 ms again', () => {
    const pace = new CapturePace();
    pace.captured(1000);
    pace.hurry();
    for (let n = 1; n <= 4; n += 1) {
      expect(pace.delay(1000 + 2 * (n - 1))).toBe(2);
      pace.captured(1000 + 2 * n);
    }
    expect(pace.delay(1008)).toBe(16);
  });
});
