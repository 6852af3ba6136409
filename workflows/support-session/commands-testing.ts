import type { Envelope } from '../contract.js';
import { openQueue } from '../domain/routing/channel-routing.js';
import type { RoutingSituation } from '../domain/routing/next-step.js';
import { isRefusal } from '../domain/session/decision.js';
import { judge } from '../domain/session/judge.js';
import type { Session } from '../domain/session/session.js';
import type { AppendRequest } from '../ports.js';
import type { RequestCommand, SessionCommand } from '../domain/session/commands.js';
import { requestCommand } from '../domain/session/story-testing.js';
import type { Actor } from '../domain/session/vocabulary.js';

export const user: Actor = { kind: 'user' };

/** A technician as an actor. */
export function technician(key: string): Actor {
  return { kind: 'technician', key };
}

/** An invitation by Ana for Noor Rahman, in her own name unless told otherwise. */
export function requestOf(
  sessionId: string,
  changes: Partial<RequestCommand> = {},
): RequestCommand {
  return requestCommand({ sessionId, ...changes });
}

/** A command in an envelope of its own, by Ana unless told otherwise. */
export function envelopeOf<C extends SessionCommand>(
  command: C,
  actor: Actor = technician('ana'),
  id: string = crypto.randomUUID(),
): Envelope<C> {
  return { id, actor, grant: { action: 'session.start', revision: 'a-revision' }, command };
}

/** An append of what a command comes to, right after what the session has; the command must be allowed. */
export function appendOf(
  sessionId: string,
  session: Session | null,
  command: SessionCommand,
  commandId: string = crypto.randomUUID(),
  now = Date.now(),
): AppendRequest {
  const { actor, grant } = envelopeOf(command);
  const events = judge(session, command, { actor, now });
  if (isRefusal(events)) throw new Error(`Refused: ${events.refused}`);
  return { sessionId, expectedSequence: session?.sequence ?? 0, commandId, actor, grant, events };
}

/** A channel that asks whoever of these is least busy, a minute each, and then its only other tier. */
export function situationWith(...keys: readonly string[]): RoutingSituation {
  const wait = { technicians: [], waitSeconds: 600 };
  return {
    routing: {
      ...openQueue,
      mode: 'least-busy',
      tiers: [
        { ...wait, groups: ['first'] },
        { ...wait, groups: ['second'] },
      ],
      escalation: [{ name: 'unclaimed', when: 'unclaimed', afterSeconds: 1_800 }],
    },
    staff: keys.map((key) => ({
      key,
      groups: ['first'],
      mayClaim: true,
      disabled: false,
      available: true,
      present: true,
      capacity: 3,
      load: 0,
      skills: [],
      languages: [],
      lastTurnAt: null,
    })),
    system: null,
    defaultChannel: 'general',
  };
}
