import { factsOf, type SessionFacts } from '../../workflows/domain/sla/session-facts.js';
import { digestOf } from '../promises/keep-facts.js';
import { type Life, livesOf } from '../promises/life.js';
import { promisesOf } from '../promises/promises-at-hand.js';
import { type Database, rowsOf } from '../store/database.js';
import type { DayState } from './days/day-state.js';
import type { ReportRequest } from './report-request.js';

/** A session that had not come to its end at the cut-off, as it stood then. */
export interface Unsettled {
  readonly sessionId: string;
  readonly facts: SessionFacts;
}

/**
 * The sessions of a period whose facts are not settled at the cut-off: they are worked out from their
 * events up to it, and those of later events are left out as if they had not happened yet.
 */
export async function unsettledIn(
  tx: Database,
  request: ReportRequest,
  days: readonly DayState[],
): Promise<readonly Unsettled[]> {
  const { from, to, cutoff } = request;
  const rows = await rowsOf<{ id: string }>(tx, unsettled, {
    ...{ from, to, cutoff },
    passing: days.filter(({ passing }) => passing > 0).map(({ day }) => day),
    unknown: days.filter((one) => one.settled + one.open !== one.sessions).map(({ day }) => day),
  });
  const found: Unsettled[] = [];
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce).map(({ id }) => id);
    for (const [sessionId, life] of await livesOf(tx, some)) {
      const facts = await factsAt(tx, life, cutoff);
      if (facts && isAskedFor(facts, request)) found.push({ sessionId, facts });
    }
  }
  return found;
}

const atOnce = 200;

async function factsAt(
  tx: Database,
  { versions, events }: Life,
  cutoff: Date,
): Promise<SessionFacts | null> {
  const kept = versions && (await promisesOf(tx, versions));
  return factsOf(events, kept?.promises ?? null, cutoff.getTime());
}

// Those that go on; those whose facts came or went after the cut-off; and, on days on which these and
// the settled ones are not all, those without any facts, which earlier versions did not write down.
const unsettled = `
  with candidates as (
    select id from sessions
    where ended_at is null and requested_at >= :from and requested_at < :to
    union
    select f.session_id from unnest(cast(:passing as timestamptz[])) as days (day)
    join session_facts f on f.requested_at >= day and f.requested_at < day + interval '24 hours'
    where f.settled_at > :cutoff or f.superseded_at <= :cutoff
    union
    select s.id from unnest(cast(:unknown as timestamptz[])) as days (day)
    join sessions s on s.requested_at >= day and s.requested_at < day + interval '24 hours'
    where not exists (select from session_facts f where f.session_id = s.id)
  )
  select s.id from candidates join sessions s using (id)
  where s.requested_at >= :from and s.requested_at < :to and s.requested_at <= :cutoff
    and not exists (
      select from session_facts f
      where f.session_id = s.id and f.settled_at <= :cutoff
        and (f.superseded_at is null or f.superseded_at > :cutoff)
    )
  order by s.requested_at, s.id
`;

// A technician's groups are written down with the end of a session; before it, it belongs to none.
function isAskedFor(facts: SessionFacts, request: ReportRequest): boolean {
  const { channels, group, technician, customer, priority } = request;
  return (
    channels.includes(facts.channel) &&
    group === null &&
    (technician === null || facts.technician === technician) &&
    (customer === null || facts.customer === customer) &&
    (priority === null || facts.priority === priority)
  );
}

/** The whole population as a table expression `population`; its names come from `populationBindings`. */
export const population = `
  population as (
    select session_id, sequence, requested_at, settled_at, channel, priority, customer, technician,
      groups, outcome, clocks, ready_ms, first_response_ms, first_picture_ms, resolution_ms,
      total_resolution_ms, next_response_ms, unanswered, handling, holds, transfers, digest
    from session_facts
    where requested_at >= :from and requested_at < :to and settled_at <= :cutoff
      and (superseded_at is null or superseded_at > :cutoff)
      and channel = any(:channels)
      and (cast(:group as text) is null or :group = any(groups))
      and (cast(:technician as text) is null or technician = :technician)
      and (cast(:customer as text) is null or customer = :customer)
      and (cast(:priority as text) is null or priority = :priority)
    union all
    select session_id, sequence, requested_at, null, channel, priority, customer, technician,
      '{}', outcome, clocks, ready_ms, first_response_ms, first_picture_ms, resolution_ms,
      total_resolution_ms, next_response_ms, unanswered, handling, holds, transfers, digest
    from jsonb_to_recordset(:open) as open (session_id uuid, sequence integer,
      requested_at timestamptz, channel text, priority text, customer text, technician text,
      outcome text, clocks text, ready_ms bigint, first_response_ms bigint,
      first_picture_ms bigint, resolution_ms bigint, total_resolution_ms bigint,
      next_response_ms bigint[], unanswered integer, handling jsonb, holds jsonb,
      transfers integer, digest bigint)
  )
`;

/** What stands behind the names of `population`. */
export function populationBindings(
  request: ReportRequest,
  open: readonly Unsettled[],
): Readonly<Record<string, unknown>> {
  const { from, to, cutoff, channels, group, technician, customer, priority } = request;
  return {
    from,
    to,
    cutoff,
    channels: [...channels],
    group,
    technician,
    customer,
    priority,
    open: JSON.stringify(open.map(openRow)),
  };
}

function openRow({ sessionId, facts }: Unsettled): Record<string, unknown> {
  return {
    session_id: sessionId,
    sequence: facts.sequence,
    requested_at: new Date(facts.requestedAt),
    channel: facts.channel,
    priority: facts.priority,
    customer: facts.customer,
    technician: facts.technician,
    outcome: facts.outcome,
    clocks: facts.clocks,
    ready_ms: facts.readyMs,
    first_response_ms: facts.firstResponseMs,
    first_picture_ms: facts.firstPictureMs,
    resolution_ms: facts.resolutionMs,
    total_resolution_ms: facts.totalResolutionMs,
    next_response_ms: facts.nextResponseMs,
    unanswered: facts.unanswered,
    handling: facts.handlingMs,
    holds: facts.holdMs,
    transfers: facts.transfers,
    digest: digestOf(sessionId, facts),
  };
}
