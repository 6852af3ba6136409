import type { PromiseReading } from '../../workflows/domain/sla/clock.js';
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

/** How many sessions a new target would be given to, and of how many of them it would change less than it says. */
export interface RunningCount {
  readonly sessions: number;
  /** Those that have used up the new target already, and had not missed the old one. */
  readonly dueAtOnce: number;
  /** Those that have missed the old target, which no other takes back. */
  readonly missed: number;
}

/** What a new target would come to. */
export async function runningCount(
  db: Database,
  newTarget: NewTarget,
  now: number,
): Promise<RunningCount> {
  const sessions = await sessionsToRetarget(db, newTarget);
  let [dueAtOnce, missed] = [0, 0];
  for (const id of sessions) {
    const open = await openReadings(db, id, newTarget, now);
    if (open.some(({ breachedAt }) => breachedAt !== null)) missed += 1;
    else if (open.some(({ dueAt }) => dueAt === now)) dueAtOnce += 1;
  }
  return { sessions: sessions.length, dueAtOnce, missed };
}

/** How the promises of the clock that go on would stand if they were given the new target now. */
async function openReadings(
  db: Database,
  id: string,
  { clock, target }: NewTarget,
  now: number,
): Promise<readonly PromiseReading[]> {
  const { versions, events } = await lifeOf(db, id);
  if (!versions) return [];
  const { promises } = await promisesOf(db, versions);
  const given = [...events, { type: 'retargeted', clock, target, at: now }];
  return promises.readings(given, now).filter(({ name, open }) => name === clock && open);
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
