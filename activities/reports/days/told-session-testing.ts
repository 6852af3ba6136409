import { randomUUID } from 'node:crypto';
import type { SessionCommand } from '../../../workflows/domain/session/commands.js';
import { isRefusal } from '../../../workflows/domain/session/decision.js';
import { fold } from '../../../workflows/domain/session/evolve.js';
import { judge } from '../../../workflows/domain/session/judge.js';
import type { Session } from '../../../workflows/domain/session/session.js';
import type { Actor } from '../../../workflows/domain/session/vocabulary.js';
import { requestOf } from '../../../workflows/support-session/commands-testing.js';
import type { Database } from '../../store/database.js';
import { LiveBell } from '../../store/feed/live-bell.js';
import { SessionRecord } from '../../record/session-record.js';
import { type Chance, month, oneOf } from './random-world-testing.js';

const ana: Actor = { kind: 'technician', key: 'ana' };
const day = 86_400_000;

/** Records a session at random by the domain's rules: it may still go on, be over, or have been opened again. */
export async function toldSession(db: Database, chance: Chance): Promise<{ readonly id: string }> {
  const id = randomUUID();
  const record = new SessionRecord(db, new LiveBell(db));
  let now = month.from + Math.floor(chance() * (month.days - 5) * day);
  let session: Session | null = null;
  const say = async (command: SessionCommand, actor: Actor = ana) => {
    const events = judge(session, command, { actor, now });
    if (isRefusal(events)) throw new Error(events.refused);
    const expectedSequence = session?.sequence ?? 0;
    session = fold(session, events);
    const append = { sessionId: id, expectedSequence, commandId: randomUUID(), actor };
    await record.append({ ...append, grant: null, events });
    now += Math.floor(chance() * day);
  };
  const device = { id: randomUUID(), kind: 'helper' } as const;
  const channel = oneOf(['general', 'finance'], chance);
  const terms = { channel, device, assignee: 'ana', lifetimeMs: 40 * day };
  await say(requestOf(id, terms), { kind: 'user' });
  await say({ type: 'wrote', side: 'user' }, { kind: 'user' });
  await say({ type: 'wrote', side: 'technician' });
  if (chance() < 0.3) return { id };
  await say({ type: 'close', outcome: 'solved', remark: null });
  if (chance() < 0.5) return { id };
  await say({ type: 'reopen' });
  if (chance() < 0.5) return { id };
  await say({ type: 'close', outcome: 'unsolved', remark: null });
  return { id };
}
