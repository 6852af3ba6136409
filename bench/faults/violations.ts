import { rowsOf, type Database } from '../../activities/store/database.js';
import { proveRows } from '../../activities/record/prove-rows.js';
import type { Lived } from './life.js';

/** What of "never lost" a session broke, each as a sentence. */
export async function violationsIn(db: Database, lived: Lived): Promise<readonly string[]> {
  const { sessionId, acknowledged, refused } = lived;
  const commands = await rowsOf<{ id: string }>(
    db,
    'select id from session_commands where session_id = :sessionId',
    { sessionId },
  );
  const known = new Set(commands.map(({ id }) => id));
  const lost = acknowledged.filter((id) => !known.has(id));
  return [
    ...refused.map((said) => `I1: a repeated command was refused: ${said}`),
    ...lost.map((id) => `I1: the acknowledged command ${id} is not in the record`),
    ...(await twice(db, sessionId)),
    ...(await unfolded(db, sessionId)),
    ...(await unseen(db, sessionId)),
  ];
}

/** Each of these happens once in the lives that are lived here. */
const once = ['requested', 'device-joined', 'claimed', 'answered', 'connected', 'held', 'closed'];

async function twice(db: Database, sessionId: string): Promise<string[]> {
  const events = await rowsOf<{ type: string; times: number }>(
    db,
    `select type, count(*)::int as times from session_events
     where session_id = :sessionId and type = any(:once) group by type`,
    { sessionId, once },
  );
  const times = new Map(events.map((event) => [event.type, event.times]));
  const unaudited = await rowsOf<{ id: string }>(
    db,
    `select c.id from session_commands c left join audit_entries a
       on a.session_id = c.session_id and a.command_id = c.id
     where c.session_id = :sessionId group by c.id having count(a.id) <> 1`,
    { sessionId },
  );
  return [
    ...once.flatMap((type) => {
      const found = times.get(type) ?? 0;
      return found === 1 ? [] : [`I2: "${type}" happened ${found} times`];
    }),
    ...unaudited.map(({ id }) => `I2: the command ${id} is not audited once`),
  ];
}

async function unfolded(db: Database, sessionId: string): Promise<string[]> {
  // The proof goes on after an id, so it begins just before this one.
  const before = await rowsOf<{ id: string }>(
    db,
    'select id from sessions where id < cast(:sessionId as uuid) order by id desc limit 1',
    { sessionId },
  );
  const { damaged } = await proveRows(db, before[0]?.id ?? null, 1);
  return damaged.map((id) => `I3: the row of ${id} is not the fold of its events`);
}

async function unseen(db: Database, sessionId: string): Promise<string[]> {
  const rows = await rowsOf<{ state: string }>(
    db,
    'select state from sessions where id = :sessionId',
    { sessionId },
  );
  const state = rows[0]?.state ?? 'nowhere';
  return state === 'closed' ? [] : [`I4: the session was closed and is ${state}`];
}
