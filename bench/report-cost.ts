import { ReportStore } from '../activities/reports/report-store.js';
import type { ReportRequest } from '../activities/reports/report-request.js';
import { percentile } from './measure/percentile.js';
import { atMost } from './measure/verdict.js';
import type { Measurement } from './measurement.js';
import { startBenchDatabase, type BenchDatabase } from './queue/bench-database.js';

const goal = 11;
const from = new Date('2026-10-01T00:00:00Z');
const to = new Date('2026-11-01T00:00:00Z');

const request: ReportRequest = {
  from,
  to,
  cutoff: to,
  zone: 'UTC',
  channels: ['design-mac', 'finance', 'general', 'stores'],
  group: null,
  technician: null,
  customer: null,
  priority: null,
  by: 'channel',
};

/** P18b: that a month's report costs no more than in proportion to its sessions. */
export const reportCost: Measurement = {
  id: 'P18b',
  what: 'month’s report over ten times as many sessions ÷ over a tenth of them',
  measure: async ({ quick, sessions }) => {
    const many = sessions ?? (quick ? 50_000 : 1_000_000);
    const database = await startBenchDatabase();
    try {
      await live(database, many / 10, 0);
      const few = await seconds(database, many / 10);
      await live(database, many, many / 10);
      const all = await seconds(database, many);
      const figure = `${(all / few).toFixed(2)}; ${few.toFixed(2)} s and ${all.toFixed(2)} s`;
      const { id, what } = reportCost;
      const of = `${(many / 10).toLocaleString('en')} and ${many.toLocaleString('en')} sessions`;
      const verdict = atMost(all / few, goal);
      return [{ id, what: `${what} (${of})`, figure, goal: `≤ ${goal}`, verdict, details: [] }];
    } finally {
      await database.close();
    }
  },
};

/** The median of five reports after one that does not count; each must be over so many sessions. */
async function seconds({ owner }: BenchDatabase, over: number): Promise<number> {
  const reports = new ReportStore(owner);
  const times: number[] = [];
  for (let run = 0; run < 6; run += 1) {
    const began = performance.now();
    const { all } = await reports.report(request);
    if (all.sessions !== over) throw new Error(`The report counts ${all.sessions}, not ${over}.`);
    if (run > 0) times.push((performance.now() - began) / 1_000);
  }
  return percentile(times, 0.5);
}

/** Fills the month up to so many sessions that have come to their end. */
async function live({ owner }: BenchDatabase, count: number, already: number): Promise<void> {
  await owner.raw(rowsOfSessions, [from, already, count - 1]);
  await owner.raw(rowsOfFacts, [already, count - 1]);
  await owner.raw('vacuum analyze sessions');
  await owner.raw('vacuum analyze session_facts');
}

// Spread over the month by a step that meets every part of it whatever the count.
const rowsOfSessions = `
  insert into sessions (id, sequence, state, channel, assignee, connection, requester_name, subject,
    requested_at, ended_at, document)
  select cast(lpad(to_hex(n), 32, '0') as uuid), 9, 'closed',
    (array['general', 'finance', 'stores', 'design-mac'])[1 + n % 4], 'ana', 'absent',
    'A user', 'A subject', at, at + interval '2 hours', '{}'::jsonb
  from (
    select n, cast(? as timestamptz)
      + interval '30 days' * (n * 0.6180339887 - floor(n * 0.6180339887))::float8 as at
    from generate_series(cast(? as bigint), cast(? as bigint)) as n
  ) as one
`;

const rowsOfFacts = `
  insert into session_facts (session_id, sequence, requested_at, settled_at, channel, priority,
    technician, groups, outcome, clocks, ready_ms, first_response_ms, first_picture_ms,
    resolution_ms, total_resolution_ms, next_response_ms, handling, holds, transfers, digest)
  select id, sequence, requested_at, ended_at, channel, 'normal',
    'technician-' || n % 40, array['group-' || n % 5], 'solved',
    (array['first-response=kept;resolution=kept', 'first-response=missed;resolution=kept',
      'first-response=kept;resolution=missed'])[1 + n % 3],
    n * 7919 % 600000, n * 104729 % 3600000, n * 1299709 % 7200000, n * 15485863 % 86400000,
    n * 15485863 % 86400000, array[n * 7919 % 900000], jsonb_build_object('ana', n % 100000),
    '{}'::jsonb, n % 2, n * 982451653
  from (
    select s.*, ('x' || right(replace(s.id::text, '-', ''), 16))::bit(64)::bigint as n
    from sessions s
  ) as one
  where n between ? and ?
`;
