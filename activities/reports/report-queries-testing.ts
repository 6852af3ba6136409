import type { ReportDimension } from './report-request.js';
import { population } from './population.js';

/** The column that stands for a dimension; a session counts once in each group of its technician. */
const part: Readonly<Record<ReportDimension, string>> = {
  channel: 'channel',
  group: '"group"',
  technician: 'technician',
  customer: 'customer',
  priority: 'priority',
};

const partly = (by: ReportDimension): string =>
  by === 'group'
    ? `population left join lateral unnest(groups) as one ("group") on true`
    : 'population';

/** Sessions by week and by how their promises came out. */
export const countsQuery = `
  with ${population}
  select to_char(date_trunc('week', requested_at at time zone :zone), 'YYYY-MM-DD') as week,
    clocks, outcome, count(*)::int as sessions, sum(digest)::text as digest,
    sum(transfers)::int as transfers, (count(*) filter (where transfers > 0))::int as transferred
  from population group by 1, 2, 3 order by 1, 2, 3
`;

/** Sessions of each part, by how their promises came out. */
export const partCountsQuery = (by: ReportDimension): string => `
  with ${population}
  select ${part[by]} as key, clocks, count(*)::int as sessions
  from ${partly(by)} group by 1, 2 order by 1 nulls last, 2
`;

const percentiles = (column: string): string =>
  `count(${column})::int as ${column}_count,
   percentile_disc(array[0.5, 0.9, 0.95]) within group (order by ${column}) as ${column}`;

const columns = [
  'ready_ms',
  'first_response_ms',
  'first_picture_ms',
  'resolution_ms',
  'total_resolution_ms',
].map(percentiles);

/** Nearest-rank percentiles of every duration, of all and of each part. */
export const measuresQuery = (by: ReportDimension | null): string => `
  with ${population}
  select ${by === null ? 'null::text' : part[by]} as key, count(*)::int as sessions,
    coalesce(sum(unanswered), 0)::int as unanswered, ${columns.join(', ')}
  from ${by === null ? 'population' : partly(by)} ${by === null ? '' : 'group by 1'}
  order by 1 nulls last
`;

/** The same for the answers to the user's turns, of which a session may have many. */
export const turnsQuery = (by: ReportDimension | null): string => `
  with ${population}
  select ${by === null ? 'null::text' : part[by]} as key, ${percentiles('turn')}
  from ${by === null ? 'population' : partly(by)}, unnest(next_response_ms) as turn
  ${by === null ? '' : 'group by 1'}
`;

const totals = (column: string): string => `
  with ${population}
  select one.key, count(*)::int as sessions, sum(one.value::bigint)::float8 as "totalMs"
  from population, jsonb_each_text(${column}) as one group by one.key order by one.key
`;

/** For how long each technician had sessions. */
export const handlingQuery = totals('handling');

/** For how long sessions were on hold, by reason. */
export const holdsQuery = totals('holds');

/** When requests arrive, and how long half of them then wait for the first response. */
export const hoursQuery = `
  with ${population}
  select extract(isodow from requested_at at time zone :zone)::int as weekday,
    extract(hour from requested_at at time zone :zone)::int as hour, count(*)::int as arrivals,
    percentile_disc(0.5) within group (order by first_response_ms)::float8 as "waitingMs"
  from population group by 1, 2 order by 1, 2
`;

/** How many arrived and how many came to their end, day by day. */
export const daysQuery = `
  with ${population}
  select to_char(day, 'YYYY-MM-DD') as day, sum(arrived)::int as arrived, sum(ended)::int as ended
  from (
    select date_trunc('day', requested_at at time zone :zone) as day, 1 as arrived, 0 as ended
    from population
    union all
    select date_trunc('day', settled_at at time zone :zone), 0, 1
    from population where settled_at is not null
  ) as both_ways
  group by 1 order by 1
`;

/** What users answered by the cut-off. */
export const satisfactionQuery = `
  with ${population}
  select s.score, count(*)::int as answers
  from population p join session_answers s using (session_id)
  where s.at <= :cutoff and (s.superseded_at is null or s.superseded_at > :cutoff)
  group by 1 order by 1
`;
