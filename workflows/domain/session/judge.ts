import type { SessionCommand } from './commands.js';
import { decide } from './decide.js';
import { type Context, isRefusal } from './decision.js';
import type { SessionEvent } from './events.js';
import { fold } from './evolve.js';
import { record } from './record.js';
import type { Refusal } from './refusal.js';
import type { Session } from './session.js';
import type { Instant } from './vocabulary.js';

/**
 * The events that a command comes to now, none when it is already so, or a refusal.
 *
 * A deadline counts from its instant, not from when a timer got round to it: what is overdue
 * happens first, so an answer that comes too late is too late even after an outage.
 */
export function judge(
  session: Session | null,
  command: SessionCommand,
  context: Context,
): readonly SessionEvent[] | Refusal {
  const overdue = session && command.type !== 'lapse' ? lapsesOf(session, context.now) : [];
  const settled = fold(session, overdue);
  const facts = decide(settled, command, context);
  if (isRefusal(facts)) return facts;
  // Nothing to do is nothing to write; the timer settles what is overdue.
  if (facts.length === 0) return [];
  return [...overdue, ...record(facts, settled?.sequence ?? 0, context)];
}

/** Everything that is overdue, one after the other. */
function lapsesOf(session: Session, now: Instant): readonly SessionEvent[] {
  const desk: Context = { actor: { kind: 'desk', rule: 'deadline' }, now };
  const facts = decide(session, { type: 'lapse' }, desk);
  if (isRefusal(facts) || facts.length === 0) return [];
  const lapsed = record(facts, session.sequence, desk);
  const after = fold(session, lapsed);
  return after ? [...lapsed, ...lapsesOf(after, now)] : lapsed;
}
