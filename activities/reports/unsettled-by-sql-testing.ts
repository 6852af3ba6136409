import { factsOf, type SessionFacts } from '../../workflows/domain/sla/session-facts.js';
import { lifeOf } from '../promises/life.js';
import { promisesOf } from '../promises/promises-at-hand.js';
import { type Database, rowsOf } from '../store/database.js';
import type { Unsettled } from './population.js';
import type { ReportRequest } from './report-request.js';

/** The sessions of a period that no facts are settled of, found by asking of every one. */
export async function unsettledBySql(
  tx: Database,
  request: ReportRequest,
): Promise<readonly Unsettled[]> {
  const { from, to, cutoff } = request;
  const rows = await rowsOf<{ id: string }>(tx, unsettled, { from, to, cutoff });
  const found: Unsettled[] = [];
  for (const { id } of rows) {
    const { versions, events } = await lifeOf(tx, id);
    const kept = versions && (await promisesOf(tx, versions));
    const facts = factsOf(events, kept?.promises ?? null, cutoff.getTime());
    if (facts && isAskedFor(facts, request)) found.push({ sessionId: id, facts });
  }
  return found;
}

const unsettled = `
  select s.id from sessions s
  where s.requested_at >= :from and s.requested_at < :to and s.requested_at <= :cutoff
    and not exists (
      select from session_facts f
      where f.session_id = s.id and f.requested_at >= :from and f.requested_at < :to
        and f.settled_at <= :cutoff
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
