import fc from 'fast-check';
import { nearestRanks } from './nearest-rank.js';

const fractions = [0.5, 0.9, 0.95];
const value = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 100 * 86_400_000 }),
);

describe('A value by nearest rank', () => {
  for (const [how, lengths] of [
    ['few', { maxLength: 300 }],
    ['many', { minLength: 4_090, maxLength: 9_000, size: 'max' }],
  ] as const) {
    it(`is the one that stands there when all are put in order, of ${how}`, () => {
      fc.assert(
        fc.property(fc.array(value, lengths), (values) => {
          const ordered = values.toSorted((one, other) => one - other);
          expect(nearestRanks(Float64Array.from(values), fractions)).toEqual({
            population: ordered.length,
            at: fractions.map(
              (fraction) => ordered[Math.ceil(fraction * ordered.length) - 1] ?? null,
            ),
          });
        }),
        { numRuns: how === 'few' ? 100 : 20 },
      );
    });
  }
});
