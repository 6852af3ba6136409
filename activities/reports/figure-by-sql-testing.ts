import { type Database, rowsOf } from '../store/database.js';
import { promisesIn } from './clock-counts.js';
import type { Figure } from './figure.js';
import type { FigurePage, FigureSession } from './figure-sessions.js';
import { population, populationBindings } from './population.js';
import type { ReportRequest } from './report-request.js';
import { unsettledBySql } from './unsettled-by-sql-testing.js';

/** So many at a time. */
const most = 500;

/** The sessions behind a figure by one statement over all rows: slower, and by nothing that the product finds them with. */
export function figureBySql(
  db: Database,
  request: ReportRequest,
  figure: Figure,
  skip: number,
): Promise<FigurePage> {
  return db.transaction(
    async (tx) => {
      const open = await unsettledBySql(tx, request);
      const texts = await rowsOf<{ clocks: string }>(
        tx,
        `with ${population} select distinct clocks from population`,
        populationBindings(request, open),
      );
      const cutoff = request.cutoff.getTime();
      const fitting = texts.map(({ clocks }) => clocks).filter((one) => fits(one, figure, cutoff));
      const bindings = {
        ...figure,
        ...populationBindings(request, open),
        fitting,
        by: request.by,
        zone: request.zone,
        most,
        skip,
      };
      const rows = await rowsOf<ListedRow>(tx, listing, bindings);
      const sessions = rows.map(({ total, ...row }) => ({
        total,
        one: { ...row, number: Number(row.number) },
      }));
      return { sessions: sessions.map(({ one }) => one), total: sessions[0]?.total ?? 0 };
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

function fits(clocks: string, { clock, outcome }: Figure, cutoff: number): boolean {
  if (clock === null) return true;
  const promises = promisesIn(clocks, cutoff).filter(({ name }) => name === clock);
  if (outcome === 'unpromised') return promises.length === 0;
  return promises.some((one) => outcome === null || one.outcome === outcome);
}

/** Postgres gives 64-bit numbers as text. */
type ListedRow = Omit<FigureSession, 'number'> & {
  readonly number: string;
  readonly total: number;
};

/** The duration that a figure is about; of many turns the longest. */
const took = `
  case cast(:measure as text)
    when 'ready' then p.ready_ms
    when 'firstResponse' then p.first_response_ms
    when 'firstPicture' then p.first_picture_ms
    when 'resolution' then p.resolution_ms
    when 'totalResolution' then p.total_resolution_ms
    when 'nextResponse' then
      case when not :excluded then (select max(turn) from unnest(p.next_response_ms) as turn) end
  end
`;

const ofMeasure = `
  (cast(:measure as text) is null or case
    when :excluded and :measure = 'nextResponse' then p.unanswered > 0
    when :excluded then took.ms is null
    else took.ms >= coalesce(cast(:atLeast as bigint), 0) end)
`;

const ofPart = `
  (cast(:part as text) is null or case :by
    when 'group' then :part = any(p.groups)
    when 'technician' then p.technician = :part
    when 'customer' then p.customer = :part
    when 'priority' then p.priority = :part
    else p.channel = :part end)
  and (not :partless or case :by
    when 'group' then cardinality(p.groups) = 0
    when 'technician' then p.technician is null
    when 'customer' then p.customer is null
    else false end)
`;

/** By the wall clock of the report, as its plots are drawn. */
const ofTime = `
  (cast(:week as text) is null or to_char(date_trunc('week', wall.at), 'YYYY-MM-DD') = :week)
  and (cast(:weekday as int) is null or extract(isodow from wall.at)::int = :weekday)
  and (cast(:hour as int) is null or extract(hour from wall.at)::int = :hour)
  and case cast(:dayOf as text)
    when 'arrived' then wall.day = :day
    when 'ended' then wall.settled_day = :day
    when 'backlog' then wall.day <= :day and (wall.settled_day is null or wall.settled_day > :day)
    else true end
`;

const ofCourse = `
  (cast(:handledBy as text) is null or jsonb_exists(p.handling, :handledBy))
  and (cast(:held as text) is null or jsonb_exists(p.holds, :held))
  and (cast(:ended as text) is null or p.outcome = :ended)
  and (not :transferred or p.transfers > 0)
  and (cast(:score as int) is null or exists (
    select from session_answers a where a.session_id = p.session_id and a.score = :score
      and a.at <= :cutoff and (a.superseded_at is null or a.superseded_at > :cutoff)))
`;

const listing = `
  with ${population}
  select p.session_id as id, s.number, s.subject, p.channel, p.technician,
    p.requested_at as "requestedAt", p.outcome, p.clocks, took.ms::float8 as "tookMs",
    (count(*) over ())::int as total
  from population p
  cross join lateral (select (${took})::bigint as ms) as took
  cross join lateral (
    select p.requested_at at time zone :zone as at,
      to_char(p.requested_at at time zone :zone, 'YYYY-MM-DD') as day,
      to_char(p.settled_at at time zone :zone, 'YYYY-MM-DD') as settled_day
  ) as wall
  join sessions s on s.id = p.session_id
  where p.clocks = any(:fitting) and ${ofPart} and ${ofMeasure} and ${ofTime} and ${ofCourse}
  order by took.ms, p.requested_at desc, p.session_id desc limit :most offset :skip
`;
