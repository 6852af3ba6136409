import type { Context } from '../session/decision.js';
import { isRefusal } from '../session/decision.js';
import type { SessionEvent } from '../session/events.js';
import { fold } from '../session/evolve.js';
import { judge } from '../session/judge.js';
import type { Session } from '../session/session.js';
import type { Instant } from '../session/vocabulary.js';
import { nextStep, type RoutingSituation } from './next-step.js';

/** What the desk did for a session by itself, and when it should look again; null for not before something changes. */
export interface LookedAfter {
  readonly events: readonly SessionEvent[];
  readonly next: Instant | null;
}

/** Who does what nobody has to ask for. */
export const routingActor = { kind: 'desk', rule: 'routing' } as const;

/** Does everything that is due now: raises the session, draws in tiers, offers it, gives it to another channel. */
export function lookAfter(
  session: Session,
  situation: RoutingSituation,
  now: Instant,
): LookedAfter {
  const context: Context = { actor: routingActor, now };
  const step = nextStep(session, situation, now);
  if (step.kind === 'wait') return { events: [], next: step.until };
  const events = judge(session, step.command, context);
  if (isRefusal(events) || events.length === 0) return { events: [], next: null };
  // Whoever is in the other channel is another situation.
  const after = step.command.type === 'transfer' ? null : fold(session, events);
  if (!after) return { events, next: now };
  const further = lookAfter(after, situation, now);
  return { events: [...events, ...further.events], next: further.next };
}

/**
 * Names for what there is to look after in a session now. Whenever one comes up that was not looked
 * after before, the desk looks; while there is none, nothing is left to itself.
 */
export function careOf(session: Session): readonly string[] {
  const { state, assignee, hold, offer, queuedSince, declined, tier, connectedAt } = session;
  if (state !== 'ready' && state !== 'active') return [];
  if (assignee !== null) return connectedAt === null ? ['waits'] : [];
  if (hold !== null || offer !== null) return ['waits'];
  return ['waits', `queue ${queuedSince} ${declined.length} ${tier}`];
}
