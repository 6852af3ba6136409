import type { Figure } from '../../activities/reports/figure.js';
import type { operations } from '../generated/openapi.js';
import { unfit } from '../problems/unfit.js';

type Query = operations['listReportSessions']['parameters']['query'];

/** Which figure was pressed; or a problem where what narrows it means nothing without something else. */
export function figureOf(query: Readonly<Query>): Figure {
  refuseAlone(query, 'outcome', 'clock');
  refuseAlone(query, 'atLeast', 'measure');
  refuseAlone(query, 'excluded', 'measure');
  refuseAlone(query, 'day', 'dayOf');
  refuseAlone(query, 'dayOf', 'day');
  return { ...everything, ...query };
}

/** Narrowed by nothing. */
const everything: Figure = {
  ...{ clock: null, outcome: null, part: null, partless: false },
  ...{ measure: null, excluded: false, atLeast: null },
  ...{ week: null, weekday: null, hour: null, day: null, dayOf: null },
  ...{ handledBy: null, held: null, ended: null, transferred: false, score: null },
};

function refuseAlone(query: Readonly<Query>, name: keyof Query, needed: keyof Query): void {
  if (query[name] === undefined || query[needed] !== undefined) return;
  const message = `means nothing without "${needed}"`;
  throw unfit({ path: `/query/${name}`, code: 'pointless-alone', message, values: { needed } });
}
