import { type Database, rowsOf } from '../store/database.js';
import { type ClockOutcome, promisesIn } from './clock-counts.js';
import { population, populationBindings, unsettledIn } from './population.js';
import type { ReportRequest } from './report-request.js';

/** Which figure of a report is to be opened: one clock's outcome, one part, or all. */
export interface Figure {
  readonly clock: string | null;
  readonly outcome: ClockOutcome | null;
  /** Of the dimension that the report is by; null is every part. */
  readonly part: string | null;
}

/** A session behind a figure. */
export interface FigureSession {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly channel: string;
  readonly technician: string | null;
  readonly requestedAt: Date;
  readonly outcome: string;
  readonly clocks: string;
}

/** So many of a figure's sessions, and how many there are in all. */
export interface FigurePage {
  readonly sessions: readonly FigureSession[];
  readonly total: number;
}

const most = 500;

/** The sessions behind a figure, by the same rules that counted them, latest first. */
export function figureSessions(
  db: Database,
  request: ReportRequest,
  figure: Figure,
): Promise<FigurePage> {
  return db.transaction(
    async (tx) => {
      const open = await unsettledIn(tx, request);
      const texts = await rowsOf<{ clocks: string }>(
        tx,
        `with ${population} select distinct clocks from population`,
        populationBindings(request, open),
      );
      const cutoff = request.cutoff.getTime();
      const fitting = texts.map(({ clocks }) => clocks).filter((one) => fits(one, figure, cutoff));
      const bindings = {
        ...populationBindings(request, open),
        fitting,
        part: figure.part,
        by: request.by,
        most,
      };
      const rows = await rowsOf<ListedRow>(tx, listing, bindings);
      const sessions = rows.map((row) => ({ ...row, number: Number(row.number) }));
      return { sessions, total: rows[0]?.total ?? 0 };
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

function fits(clocks: string, { clock, outcome }: Figure, cutoff: number): boolean {
  if (clock === null) return true;
  return promisesIn(clocks, cutoff).some(
    (one) => one.name === clock && (outcome === null || one.outcome === outcome),
  );
}

/** Postgres gives 64-bit numbers as text. */
type ListedRow = Omit<FigureSession, 'number'> & {
  readonly number: string;
  readonly total: number;
};

const listing = `
  with ${population}
  select p.session_id as id, s.number, s.subject, p.channel, p.technician,
    p.requested_at as "requestedAt", p.outcome, p.clocks, (count(*) over ())::int as total
  from population p join sessions s on s.id = p.session_id
  where p.clocks = any(:fitting) and (cast(:part as text) is null or case :by
    when 'group' then :part = any(p.groups)
    when 'technician' then p.technician = :part
    when 'customer' then p.customer = :part
    when 'priority' then p.priority = :part
    else p.channel = :part end)
  order by p.requested_at desc, p.session_id desc limit :most
`;
