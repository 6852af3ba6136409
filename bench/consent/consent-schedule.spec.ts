import { runSchedule } from './consent-schedule.js';
import { everyRights } from './rights.js';

describe('Whatever happens in whatever order', () => {
  it('nothing is seen and nothing moved but by the person’s word', async () => {
    const rights = await everyRights();
    let [shown, obeyed] = [0, 0];
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const told = await runSchedule(seed, rights);
      expect(told.wrong).withContext(`schedule ${seed}`).toBeNull();
      shown += told.shown;
      obeyed += told.obeyed;
    }
    // Else there was nothing that could have gone wrong.
    expect(shown).toBeGreaterThan(10_000);
    expect(obeyed).toBeGreaterThan(1_000);
  }, 120_000);
});
