import type { Figure } from '../../activities/reports/figure.js';
import type { operations } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';

type Query = operations['listReportSessions']['parameters']['query'];

/** Which figure was pressed; or a problem where what narrows it means nothing without something else. */
export function figureOf(query: Readonly<Query>): Figure {
  refuseAlone(query, 'outcome', 'clock');
  refuseAlone(query, 'atLeast', 'measure');
  refuseAlone(query, 'excluded', 'measure');
  refuseAlone(query, 'day', 'dayOf');
  refuseAlone(query, 'dayOf', 'day');
  return {
    ...{ clock: query.clock ?? null, outcome: query.outcome ?? null },
    ...{ part: query.part ?? null, partless: query.partless ?? false },
    ...{ measure: query.measure ?? null, excluded: query.excluded ?? false },
    ...{ atLeast: query.atLeast ?? null, week: query.week ?? null },
    ...{ weekday: query.weekday ?? null, hour: query.hour ?? null },
    ...{ day: query.day ?? null, dayOf: query.dayOf ?? null },
    ...{ handledBy: query.handledBy ?? null, held: query.held ?? null },
    ...{ ended: query.ended ?? null, transferred: query.transferred ?? false },
    score: query.score ?? null,
  };
}

function refuseAlone(query: Readonly<Query>, name: keyof Query, needed: keyof Query): void {
  if (query[name] === undefined || query[needed] !== undefined) return;
  const message = `means nothing without "${needed}"`;
  throw new ProblemError('malformed-request', { errors: [{ path: `/query/${name}`, message }] });
}
