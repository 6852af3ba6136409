import { createHash } from 'node:crypto';
import { type Database, rowsOf } from '../store/database.js';
import { clockCounts, type Counted } from './clock-counts.js';
import { type MeasureRow, measureFigures, type TurnRow } from './measure-figures-testing.js';
import { populationBindings, type Unsettled } from './population.js';
import { unsettledBySql } from './unsettled-by-sql-testing.js';
import {
  countsQuery,
  daysQuery,
  handlingQuery,
  holdsQuery,
  hoursQuery,
  measuresQuery,
  partCountsQuery,
  satisfactionQuery,
  turnsQuery,
} from './report-queries-testing.js';
import { frameOf } from './report-frame.js';
import type { ReportRequest } from './report-request.js';
import type { SlaReport, Total, UnnamedReport } from './sla-report.js';

interface CountsRow extends Counted {
  readonly week: string;
  readonly outcome: string;
  readonly digest: string;
  readonly transfers: number;
  readonly transferred: number;
}

/** The report by statements over the rows alone: slower, and by nothing that the product makes it with. */
export async function reportBySql(tx: Database, request: ReportRequest): Promise<UnnamedReport> {
  const open = await unsettledBySql(tx, request);
  const bindings = { ...populationBindings(request, open), zone: request.zone };
  const ask = <Row extends object>(statement: string) => rowsOf<Row>(tx, statement, bindings);
  const counts = await ask<CountsRow>(countsQuery);
  const scores = await ask<{ score: number; answers: number }>(satisfactionQuery);
  return {
    definition: 'mayday-sla-report-2',
    ...frameOf(request),
    inputs: inputsOf(request, counts, scores),
    ...(await figuresOf(ask, request, counts)),
    outcomes: outcomesOf(counts),
    open: agesOf(open, request.cutoff.getTime()),
    transfers: {
      sessions: sum(counts.map(({ transferred }) => transferred)),
      total: sum(counts.map(({ transfers }) => transfers)),
    },
    satisfaction: satisfactionOf(scores),
    handling: await ask<Total>(handlingQuery),
    holds: await ask<Total>(holdsQuery),
    weeks: weeksOf(counts, request.cutoff.getTime()),
    hours: await ask<SlaReport['hours'][number]>(hoursQuery),
    days: backlogOf(await ask<DayRow>(daysQuery)),
  };
}

type Ask = <Row extends object>(statement: string) => Promise<readonly Row[]>;

async function figuresOf(
  ask: Ask,
  { by, cutoff }: ReportRequest,
  counts: readonly CountsRow[],
): Promise<Pick<SlaReport, 'all' | 'parts'>> {
  const [whole] = await ask<MeasureRow>(measuresQuery(null));
  const [turns] = await ask<TurnRow>(turnsQuery(null));
  const partRows = await ask<MeasureRow>(measuresQuery(by));
  const partTurns = await ask<TurnRow>(turnsQuery(by));
  const partCounts = await ask<Counted & { key: string | null }>(partCountsQuery(by));
  const until = cutoff.getTime();
  return {
    all: {
      sessions: whole?.sessions ?? 0,
      clocks: clockCounts(counts, until),
      measures: measureFigures(whole, turns),
    },
    parts: partRows.map((row) => ({
      key: row.key,
      sessions: row.sessions,
      clocks: clockCounts(
        partCounts.filter(({ key }) => key === row.key),
        until,
      ),
      measures: measureFigures(
        row,
        partTurns.find(({ key }) => key === row.key),
      ),
    })),
  };
}

/** What went in: what was asked, every session as it stood, and every answer; in an order of no matter. */
function inputsOf(
  request: ReportRequest,
  counts: readonly CountsRow[],
  scores: readonly object[],
): string {
  const digest = counts.reduce((all, row) => all + BigInt(row.digest), 0n);
  const sessions = sum(counts.map((row) => row.sessions));
  const inputs = JSON.stringify([frameOf(request), sessions, digest.toString(), scores]);
  return createHash('sha256').update(inputs).digest('hex');
}

function outcomesOf(counts: readonly CountsRow[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { outcome, sessions } of counts) {
    sums.set(outcome, (sums.get(outcome) ?? 0) + sessions);
  }
  return Object.fromEntries([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function agesOf(open: readonly Unsettled[], cutoff: number): SlaReport['open'] {
  const ages = open
    .filter(({ facts }) => facts.outcome === 'open')
    .map(({ facts }) => cutoff - facts.requestedAt)
    .sort((one, other) => one - other);
  return {
    sessions: ages.length,
    medianAgeMs: ages[Math.ceil(ages.length / 2) - 1] ?? null,
    oldestAgeMs: ages.at(-1) ?? null,
  };
}

function satisfactionOf(
  rows: readonly { readonly score: number; readonly answers: number }[],
): SlaReport['satisfaction'] {
  const scores = [1, 2, 3, 4, 5].map(
    (score) => rows.find((row) => row.score === score)?.answers ?? 0,
  );
  return { answers: sum(scores), scores };
}

function weeksOf(counts: readonly CountsRow[], cutoff: number): SlaReport['weeks'] {
  return [...new Set(counts.map(({ week }) => week))].map((week) => ({
    week,
    clocks: clockCounts(
      counts.filter((row) => row.week === week),
      cutoff,
    ),
  }));
}

interface DayRow {
  readonly day: string;
  readonly arrived: number;
  readonly ended: number;
}

function backlogOf(rows: readonly DayRow[]): SlaReport['days'] {
  let backlog = 0;
  return rows.map((row) => {
    backlog += row.arrived - row.ended;
    return { ...row, backlog };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
