import { groupedByWord } from './grouping.js';
import { rankedGroups } from './ranked-groups.js';

describe('Values by group', () => {
  it('are ranked in each group that their row belongs to, and what is no value or not meant counts for nothing', () => {
    const groupsOf = [[0, 2], [1], []];
    const one = {
      values: Float64Array.of(5, NaN, 7, 9, 100),
      places: Uint32Array.of(0, 1, 2, 3),
      grouping: groupedByWord(Uint32Array.of(0, 0, 1, 2, 0), groupsOf),
    };
    const other = {
      values: Float64Array.of(1),
      places: Uint32Array.of(0),
      grouping: groupedByWord(Uint32Array.of(0), groupsOf),
    };
    expect(rankedGroups([one, other], 4, [0.5, 1])).toEqual([
      { population: 2, at: [1, 5] },
      { population: 1, at: [7, 7] },
      { population: 2, at: [1, 5] },
      { population: 0, at: [null, null] },
    ]);
  });
});
