import { atMost } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { runSchedule } from './consent-schedule.js';
import { everyRights } from './rights.js';

/** S4: that nothing is seen and nothing moved but by the person's word, whatever else happens in whatever order. */
export const consentUnderSchedules: Measurement = {
  id: 'S4',
  what: 'pictures or input before consent, after withdrawal, outside its scopes, over random schedules',
  measure: async ({ quick, runs = quick ? 2_000 : 100_000, seed = 1 }) => {
    const rights = await everyRights();
    const found = { wrong: [] as string[], shown: 0, obeyed: 0 };
    for (let run = 0; run < runs; run += 1) {
      const { wrong, shown, obeyed } = await runSchedule(seed + run, rights);
      if (wrong !== null) found.wrong.push(`schedule ${seed + run}: ${wrong}`);
      found.shown += shown;
      found.obeyed += obeyed;
    }
    const { id, what } = consentUnderSchedules;
    const count = (number: number) => number.toLocaleString('en');
    return [
      {
        id,
        what,
        figure: `${found.wrong.length} in ${count(runs)} schedules, with a picture in ${count(found.shown)} steps and ${count(found.obeyed)} inputs obeyed`,
        goal: '0',
        verdict: atMost(found.wrong.length, 0),
        details:
          found.wrong.length === 0
            ? []
            : [
                {
                  title: 'What went wrong first, by the seed that brings it again',
                  columns: ['schedule'],
                  rows: found.wrong.slice(0, 20).map((line) => [line]),
                },
              ],
      },
    ];
  },
};
