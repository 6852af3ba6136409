import { partNames } from '../../deploy/supervisor/settings/part-names.mjs';
import { faults, stepNames } from './plan.js';

const all = partNames.length * stepNames.length * 2;

describe('The plan of faults', () => {
  it('names every part at every step, before and during it', () => {
    const planned = faults(1, all).map(({ part, step, afterMs }) =>
      [part, step, afterMs === null ? 'before' : 'during'].join(' '),
    );
    expect(new Set(planned).size).toBe(all);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(faults(7, 2 * all)).toEqual(faults(7, 2 * all));
    expect(faults(8, all)).not.toEqual(faults(7, all));
  });

  it('begins in the same way however long it is, so that a run can be resumed', () => {
    expect(faults(7, 2 * all).slice(0, 20)).toEqual(faults(7, 20));
  });
});
