import { type Database, rowsOf } from '../../store/database.js';

/** A day by UTC, as its sources stand now. */
export interface DayState {
  readonly day: Date;
  /** What the day's page must have been made of to be right. */
  readonly stamp: string;
  /** Whether a page of this stamp is kept. */
  readonly isKept: boolean;
  readonly sessions: number;
  /** Sessions that have not come to their end by now. */
  readonly open: number;
  /** Sessions that have come to their end and have facts that hold now. */
  readonly settled: number;
  /** Facts that did not hold yet, or no more, at the cut-off. */
  readonly passing: number;
}

/** The days of a period on which there were sessions, each from end to end, in order. */
export function dayStates(
  tx: Database,
  { from, to, cutoff }: { readonly from: Date; readonly to: Date; readonly cutoff: Date },
): Promise<readonly DayState[]> {
  return rowsOf<DayState>(tx, states, { from, to, cutoff });
}

// Another count where another version writes other pages.
const version = 2;

const dayOf = `date_bin('24 hours', requested_at, timestamptz '2000-01-01 00:00:00+00')`;

const first = `date_bin('24 hours', :from, timestamptz '2000-01-01 00:00:00+00')`;
const end = `date_bin('24 hours',
  cast(:to as timestamptz) + interval '24 hours' - interval '1 microsecond',
  timestamptz '2000-01-01 00:00:00+00')`;
const within = `requested_at >= ${first} and requested_at < ${end}`;

// Rows of facts and answers are added, and are told once until when they held: so how many there are,
// how many of them hold no more, and a digest over all say which rows a page was made of.
const states = `
  with facts as (
    select ${dayOf} as day, count(*) as facts, count(superseded_at) as superseded,
      bit_xor(digest) as digest,
      count(*) filter (where settled_at > :cutoff or superseded_at <= :cutoff) as passing
    from session_facts where ${within} group by 1
  ), answers as (
    select ${dayOf} as day, count(*) as answers, count(superseded_at) as superseded,
      sum(score) as scores
    from session_answers where ${within} group by 1
  ), lives as (
    select ${dayOf} as day, count(*) as sessions from sessions where ${within} group by 1
  ), begun as (
    select ${dayOf} as day, count(*) as open from sessions
    where ended_at is null and ${within} group by 1
  ), stamped as (
    select day, concat_ws(':', ${version}, facts.facts, facts.superseded, facts.digest,
        coalesce(answers.answers, 0), coalesce(answers.superseded, 0), coalesce(scores, 0)
      ) as stamp,
      coalesce(sessions, 0)::int as sessions, coalesce(open, 0)::int as open,
      (coalesce(facts.facts, 0) - coalesce(facts.superseded, 0))::int as settled,
      coalesce(passing, 0)::int as passing
    from lives full join facts using (day) left join answers using (day) left join begun using (day)
  )
  select stamped.*, coalesce(report_days.stamp = stamped.stamp, false) as "isKept"
  from stamped left join report_days using (day) order by day
`;
