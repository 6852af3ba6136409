import { hasEnded } from '../../workflows/domain/session/session.js';
import { type Database, rowsOf } from '../store/database.js';
import { lockSession } from '../store/sessions/session-events.js';
import { bindLate } from './session-clocks.js';

/**
 * Gives open sessions that an earlier version took in without clocks those that were promised when
 * they were requested; gives how many. Steps that are overdue by then are taken once, as late as they are.
 */
export async function bindOpenSessions(db: Database): Promise<number> {
  const unbound = await rowsOf<{ id: string }>(db, promisedWithoutClocks);
  let bound = 0;
  for (const { id } of unbound) {
    const isBound = await db.transaction(async (tx) => {
      const session = await lockSession(tx, id);
      return session !== null && !hasEnded(session) && (await bindLate(tx, session));
    });
    if (isBound) bound += 1;
  }
  return bound;
}

const promisedWithoutClocks = `
  select s.id from sessions s
  join session_events e on e.session_id = s.id and e.sequence = 1
  cross join lateral (
    select policy from sla_promises
    where channel = e.data ->> 'channel' and priority = e.data ->> 'priority'
      and counts_from <= s.requested_at
    order by counts_from desc, number desc limit 1
  ) as promise
  where s.ended_at is null and promise.policy is not null
    and not exists (select from session_clocks c where c.session_id = s.id)
  order by s.requested_at, s.id
`;
