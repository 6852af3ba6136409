import { keepDays } from '../activities/reports/days/keep-days.js';
import { ReportStore } from '../activities/reports/report-store.js';
import type { Figure } from '../activities/reports/figure.js';
import type { ReportRequest } from '../activities/reports/report-request.js';
import { percentile } from './measure/percentile.js';
import type { Finding } from './measure/result.js';
import { atMost } from './measure/verdict.js';
import type { Measurement } from './measurement.js';
import { startBenchDatabase, type BenchDatabase } from './queue/bench-database.js';

const goal = 11;
/** A person who waits no longer than this has seen it open at once. */
const atOnce = 2;
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

/** P18b: that a month's report opens at once, and costs no more than in proportion to its sessions. */
export const reportCost: Measurement = {
  id: 'P18b',
  what: 'month’s report over ten times as many sessions ÷ over a tenth of them, with their days kept',
  measure: async ({ quick, sessions }) => {
    const many = sessions ?? (quick ? 50_000 : 1_000_000);
    const database = await startBenchDatabase();
    try {
      await live(database, many / 10, 0);
      const few = await costs(database, many / 10);
      await live(database, many, many / 10);
      return [finding(few, await costs(database, many))];
    } finally {
      await database.close();
    }
  },
};

/** What reports over so many sessions took, in seconds. */
interface Costs {
  readonly over: number;
  readonly report: number;
  readonly cpu: number;
  /** The first, with no page at hand. */
  readonly first: number;
  /** The list of the sessions behind one of its figures. */
  readonly list: number;
  readonly keeping: number;
}

function finding(few: Costs, many: Costs): Finding {
  const ratio = many.report / few.report;
  return {
    id: reportCost.id,
    what: `${reportCost.what} (${few.over.toLocaleString('en')} and ${many.over.toLocaleString('en')})`,
    figure: `${ratio.toFixed(2)}; ${few.report.toFixed(2)} s and ${many.report.toFixed(2)} s`,
    goal: `≤ ${goal}; ≤ ${atOnce} s`,
    verdict: atMost(many.report > atOnce ? Infinity : ratio, goal),
    details: [
      {
        title:
          'Seconds for a report, of which the process’s own, for the first of a process, for the list behind a figure, and for keeping all days once',
        columns: ['sessions', 'report', 'CPU of the process', 'first', 'list', 'keeping'],
        rows: [few, many].map(({ over, report, cpu, first, list, keeping }) => [
          over.toLocaleString('en'),
          ...[report, cpu, first, list, keeping].map((seconds) => seconds.toFixed(2)),
        ]),
      },
    ],
  };
}

/** The median of five reports after one that does not count; each must be over so many sessions. */
async function costs({ owner }: BenchDatabase, over: number): Promise<Costs> {
  const keeping = performance.now();
  await keepDays(owner, from, to);
  const kept = performance.now();
  const reports = new ReportStore(owner);
  const [times, cpu]: [number[], number[]] = [[], []];
  let first = NaN;
  for (let run = 0; run < 6; run += 1) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const { all } = await reports.report(request);
    if (all.sessions !== over) throw new Error(`The report counts ${all.sessions}, not ${over}.`);
    const took = (performance.now() - began) / 1_000;
    if (run === 0) {
      first = took;
      continue;
    }
    times.push(took);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1_000_000);
  }
  return {
    over,
    report: percentile(times, 0.5),
    cpu: percentile(cpu, 0.5),
    first,
    list: await secondsOfList(reports),
    keeping: (kept - keeping) / 1_000,
  };
}

const missed: Figure = {
  ...{ clock: 'first-response', outcome: 'missed', part: null, partless: false },
  ...{ measure: null, excluded: false, atLeast: null },
  ...{ week: null, weekday: null, hour: null, day: null, dayOf: null },
  ...{ handledBy: null, held: null, ended: null, transferred: false, score: null },
};

async function secondsOfList(reports: ReportStore): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const began = performance.now();
    const { total } = await reports.sessions(request, missed);
    times.push((performance.now() - began) / 1_000);
    if (total === 0) throw new Error('Nobody missed a promise.');
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
