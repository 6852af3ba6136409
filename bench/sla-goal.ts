import { atMost } from './measure/verdict.js';
import type { Measurement } from './measurement.js';
import { measureSlaEvaluations } from './sla-evaluations.js';

const goal = 200_000;

/** P18: how fast one core tells how a session stands to its promises. */
export const slaGoal: Measurement = {
  id: 'P18',
  what: 'SLA evaluations per second and core: three clocks, ten events, calendars kept',
  measure: ({ quick }) => {
    const { perSecond } = measureSlaEvaluations(quick ? 40_000 : 400_000);
    const { id, what } = slaGoal;
    const figure = perSecond.toLocaleString('en');
    const verdict = atMost(goal, perSecond);
    const finding = {
      id,
      what,
      figure,
      goal: `≥ ${goal.toLocaleString('en')}`,
      verdict,
      details: [],
    };
    return Promise.resolve([finding]);
  },
};
