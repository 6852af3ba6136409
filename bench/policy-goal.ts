import { atMost, together } from './measure/verdict.js';
import type { Measurement } from './measurement.js';
import { measurePolicyDecisions } from './policy-decisions.js';
import { requestTime } from './request-time.js';

const goal = { p50: 0.04, p99: 0.2, share: 2 };

/** P10: what a policy decision costs in a large organisation. */
export const policyGoal: Measurement = {
  id: 'P10',
  what: 'a policy decision with 10,000 technicians, 500 channels, 200 switches; its share of a request',
  measure: async ({ quick }) => {
    const found = await measurePolicyDecisions(quick ? 2_000 : 20_000);
    const request = await requestTime(quick ? 200 : 2_000);
    const { p50, p99, decisions, allowed, build, listOf50 } = found;
    const share = (100 * p50) / request;
    const beside = [build.toFixed(0), listOf50.toFixed(1), request.toFixed(1)];
    const row = [String(decisions), String(allowed), ...beside];
    const columns = [
      'decisions',
      'allowed',
      'build ms',
      'abilities of 50 rows ms',
      'request for one session, p50 ms',
    ];
    return [
      {
        id: policyGoal.id,
        what: policyGoal.what,
        figure: `p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms; ${share.toFixed(1)} %`,
        goal: `p50 ≤ ${goal.p50} ms, p99 ≤ ${goal.p99} ms; ≤ ${goal.share} %`,
        verdict: together([
          atMost(p50, goal.p50),
          atMost(p99, goal.p99),
          atMost(share, goal.share),
        ]),
        details: [{ title: 'Beside the figure', columns, rows: [row] }],
      },
    ];
  },
};
