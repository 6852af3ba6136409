import { randomUUID } from 'node:crypto';
import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { requestOf } from '../../workflows/support-session/commands-testing.js';
import type { TestApi } from './test-api-testing.js';

const ana: Actor = { kind: 'technician', key: 'ana' };
const minute = 60_000;

/** Where and when a session was lived; what came of it, in minutes after its request. */
export interface Life {
  readonly channel: string;
  readonly at: number;
  readonly answer: number;
  readonly close: number;
}

/** Records a session of Ana's whose user is there at once, answered and closed so many minutes later. */
export async function livedSession(
  { desk }: TestApi,
  { channel, at, answer, close }: Life,
): Promise<string> {
  const id = randomUUID();
  let session: Session | null = null;
  const say = async (command: SessionCommand, actor: Actor, minutes: number) => {
    const events = judge(session, command, { actor, now: at + minutes * minute });
    if (isRefusal(events)) throw new Error(events.refused);
    const expectedSequence = session?.sequence ?? 0;
    session = fold(session, events);
    const append = { sessionId: id, expectedSequence, commandId: randomUUID(), actor };
    await desk.stores.record.append({ ...append, grant: null, events });
  };
  const device = { id: randomUUID(), kind: 'helper' } as const;
  const terms = { channel, device, assignee: 'ana', lifetimeMs: 30 * 1_440 * minute };
  await say(requestOf(id, terms), { kind: 'user' }, 0);
  await say({ type: 'wrote', side: 'technician' }, ana, answer);
  await say({ type: 'close', outcome: 'solved', remark: null }, ana, close);
  return id;
}
