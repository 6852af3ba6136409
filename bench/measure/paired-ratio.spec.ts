import { seededChance } from './chance.js';
import { pairedRatio, ratioText } from './paired-ratio.js';

describe('A paired ratio', () => {
  it('is the median of the ratios, not the ratio of the medians', () => {
    const ratio = pairedRatio([10, 20, 90], [20, 10, 30]);
    expect(ratio.median).toBe(2);
    expect(ratio.pairs).toBe(3);
  });

  it('has an interval of no width when all pairs agree', () => {
    const ratio = pairedRatio([1, 2, 3], [2, 4, 6]);
    expect([ratio.low, ratio.median, ratio.high]).toEqual([0.5, 0.5, 0.5]);
  });

  it('has an interval around the median and within what was measured', () => {
    const partners = Array.from({ length: 20 }, () => 1);
    const values = partners.map((_, index) => 1 + index / 100);
    const { low, median, high } = pairedRatio(values, partners);
    expect(low).toBeLessThan(median);
    expect(high).toBeGreaterThan(median);
    expect(low).toBeGreaterThanOrEqual(1);
    expect(high).toBeLessThanOrEqual(1.19);
  });

  it('covers the truth about as often as it says', () => {
    const chance = seededChance(42);
    const noisy = (): number => 2 * Math.exp(chance() + chance() - 1);
    const runs = Array.from({ length: 60 }, (_, seed) => {
      const values = Array.from({ length: 10 }, noisy);
      return pairedRatio(
        values,
        values.map(() => 1),
        seed,
      );
    });
    const covering = runs.filter(({ low, high }) => low <= 2 && 2 <= high).length;
    expect(covering).toBeGreaterThan(48);
  });

  it('comes out the same each time', () => {
    const values = [5, 3, 8, 9];
    expect(pairedRatio(values, [1, 2, 3, 4])).toEqual(pairedRatio(values, [1, 2, 3, 4]));
  });

  it('refuses a value without its partner', () => {
    expect(() => pairedRatio([1, 2], [1])).toThrowError('A value has no partner.');
  });

  it('is read with its interval', () => {
    expect(ratioText({ median: 0.416, low: 0.4, high: 0.449, pairs: 10 })).toBe('0.42 (0.40–0.45)');
  });
});
