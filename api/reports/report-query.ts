import type { ReportRequest } from '../../activities/reports/report-request.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { Fault } from '../../workflows/domain/fault.js';
import type { operations } from '../generated/openapi.js';
import { ProblemError } from '../problems/problem-error.js';
import { unfit } from '../problems/unfit.js';
import { placesWith } from '../sla/places.js';
import { zoneFaults } from '../sla/zone-faults.js';

type Query = operations['getSlaReport']['parameters']['query'];

/** What was asked for, cut down to the channels of which the caller may read reports; or a problem with the place. */
export function reportRequest(
  query: Readonly<Query>,
  authorizer: Authorizer,
  technician: string,
  now: number,
): ReportRequest {
  const readable = placesWith(authorizer, technician, 'report.read').filter((key) => key !== '*');
  if (query.channel !== undefined && !readable.includes(query.channel)) {
    throw new ProblemError('not-found');
  }
  const zone = query.zone ?? 'UTC';
  const [unknown] = zoneFaults(zone, '/query/zone');
  if (unknown) throw unfit(unknown);
  return {
    ...periodOf(query, now),
    zone,
    channels: query.channel === undefined ? [...readable].sort() : [query.channel],
    group: query.group ?? null,
    technician: query.technician ?? null,
    customer: query.customer ?? null,
    priority: query.priority ?? null,
    by: query.by ?? 'channel',
  };
}

const minute = 60_000;
const longest = 3_660 * 86_400_000;

function periodOf(
  query: Readonly<Query>,
  now: number,
): Pick<ReportRequest, 'from' | 'to' | 'cutoff'> {
  const [from, to] = [Date.parse(query.from), Date.parse(query.to)];
  // What was committed a moment ago may stand beside what has not been committed yet.
  const latest = Math.floor(now / minute) * minute - minute;
  if (to <= from) throw unfit(reversed);
  if (to - from > longest) throw unfit(tooLong);
  if (from >= latest) throw unfit(notBegun);
  return { from: new Date(from), to: new Date(to), cutoff: new Date(Math.min(to, latest)) };
}

const reversed: Fault = {
  ...{ path: '/query/to', code: 'period-reversed' },
  message: 'the period ends before it starts',
};
const tooLong: Fault = {
  ...{ path: '/query/to', code: 'period-too-long' },
  message: 'the period is longer than ten years',
};
const notBegun: Fault = {
  ...{ path: '/query/from', code: 'period-not-begun' },
  message: 'the period has not begun yet',
};
