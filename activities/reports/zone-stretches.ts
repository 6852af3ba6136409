import { type Database, rowsOf } from '../store/database.js';

/** From an instant on, a zone's wall clock is so far ahead of UTC; milliseconds. */
export interface ZoneStretch {
  readonly from: number;
  readonly ahead: number;
}

/**
 * The stretches of a period in each of which a zone's clock goes on evenly, by the database's rules as
 * the lists behind the figures use them too. The first begins no later than the period.
 */
export function zoneStretches(
  tx: Database,
  { from, to, zone }: { readonly from: Date; readonly to: Date; readonly zone: string },
): Promise<readonly ZoneStretch[]> {
  return rowsOf<ZoneStretch>(tx, stretches, { from, to, zone });
}

// Clocks are changed at a quarter of an hour by UTC, in every zone since 2012.
const stretches = `
  with instants as (
    select at, extract(epoch from (at at time zone :zone) - (at at time zone 'UTC')) as ahead
    from generate_series(date_bin('15 minutes', :from, timestamptz '2000-01-01 00:00:00+00'),
      cast(:to as timestamptz), interval '15 minutes') as at
  ), changes as (select at, ahead, lag(ahead) over (order by at) as before from instants)
  select (extract(epoch from at) * 1000)::float8 as from, (ahead * 1000)::float8 as ahead
  from changes where before is distinct from ahead order by at
`;
