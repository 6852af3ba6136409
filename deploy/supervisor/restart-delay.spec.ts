import { restartDelay } from './restart-delay.js';

describe('The pause before a part is started again', () => {
  it('is none after a first death', () => {
    expect(restartDelay([1_000], 1_000)).toBe(0);
  });

  it('doubles with each further death within a minute, up to ten seconds', () => {
    const deaths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const delays = deaths.map((_, index) => restartDelay(deaths.slice(0, index + 1), 10));
    expect(delays.slice(0, 4)).toEqual([0, 250, 500, 1_000]);
    expect(Math.max(...delays)).toBe(10_000);
  });

  it('is none again when the earlier deaths are long past', () => {
    expect(restartDelay([0, 1, 2, 100_000], 100_000)).toBe(0);
  });
});
