import fc from 'fast-check';
import { nearestRanks } from './nearest-rank.js';

const fractions = [0.5, 0.9, 0.95];
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 100 * 86_400_000 }),
);

describe('A value by nearest rank', () => {
  it('is the one that stands there when all are put in order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 300 }), { maxLength: 4 }), (columns) => {
        const stretches = columns.map((values) => ({
          column: Float64Array.from(values, (one) => one ?? NaN),
          rows: Uint32Array.from(values.keys()),
        }));
        const ordered = columns
          .flat()
          .filter((one) => one !== null)
          .sort((one, other) => one - other);
        expect(nearestRanks(stretches, fractions)).toEqual({
          population: ordered.length,
          at: fractions.map(
            (fraction) => ordered[Math.ceil(fraction * ordered.length) - 1] ?? null,
          ),
        });
      }),
    );
  });

  it('is of the rows that were asked for, and of none is none', () => {
    const column = Float64Array.of(5, NaN, 7, 9);
    expect(nearestRanks([{ column, rows: [0, 1, 3] }], [0.5, 1])).toEqual({
      population: 2,
      at: [5, 9],
    });
    expect(nearestRanks([{ column, rows: [1] }], [0.5])).toEqual({ population: 0, at: [null] });
  });
});
