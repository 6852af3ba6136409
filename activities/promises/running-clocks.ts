import type { Priority } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowsOf } from '../store/database.js';
import { lifeOf } from './life.js';
import { promisesOf } from './promises-at-hand.js';

/** Another target for one clock of a channel's open sessions. */
export interface NewTarget {
  readonly channel: string;
  /** Null is every priority. */
  readonly priority: Priority | null;
  readonly clock: string;
  /** Whole seconds. */
  readonly target: number;
}

/** The open sessions whose clock has not ended and has another target so far, those that wait longest first. */
export async function sessionsToRetarget(
  db: Database,
  newTarget: NewTarget,
): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(db, toRetarget, { ...newTarget });
  return rows.map(({ id }) => id);
}

/** How many of these sessions would have used up the new target already, and had not missed the old one. */
export async function dueAtOnce(
  db: Database,
  sessions: readonly string[],
  newTarget: NewTarget,
  now: number,
): Promise<number> {
  let late = 0;
  for (const id of sessions) if (await isDueAtOnce(db, id, newTarget, now)) late += 1;
  return late;
}

async function isDueAtOnce(
  db: Database,
  id: string,
  { clock, target }: NewTarget,
  now: number,
): Promise<boolean> {
  const { versions, events } = await lifeOf(db, id);
  if (!versions) return false;
  const { promises } = await promisesOf(db, versions);
  const given = [...events, { type: 'retargeted', clock, target, at: now }];
  return promises.readings(given, now).some(({ name, open, dueAt, breachedAt }) => {
    return name === clock && open && dueAt === now && breachedAt === null;
  });
}

const toRetarget = `
  select s.id from sessions s
  join session_clocks c on c.session_id = s.id
  join sla_policies p on p.id = c.policy_id
  where s.ended_at is null and s.channel = :channel
    and (cast(:priority as text) is null or s.document ->> 'priority' = :priority)
    and exists (
      select from jsonb_array_elements(c.readings) as reading
      where reading ->> 'name' = :clock
        and (reading ->> 'open' = 'true' or reading ->> 'state' = 'not-started')
    )
    and :target <> coalesce(
      (select (e.data ->> 'target')::bigint from session_events e
        where e.session_id = s.id and e.type = 'retargeted' and e.data ->> 'clock' = :clock
        order by e.sequence desc limit 1),
      (select (promised ->> 'target')::bigint from jsonb_array_elements(p.clocks) as promised
        where promised ->> 'name' = :clock)
    )
  order by s.requested_at, s.id
`;
