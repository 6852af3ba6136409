import type { SessionFact } from './events.js';
import type { Refusal, RefusalCode } from './refusal.js';
import type { Session } from './session.js';
import type { Actor, Instant } from './vocabulary.js';

/** Who commands, and when: all that a rule may know beside the session and the command. */
export interface Context {
  readonly actor: Actor;
  readonly now: Instant;
}

/** The facts that follow from a command (none when it is already so), or why it cannot be. */
export type Decision = readonly SessionFact[] | Refusal;

/** A refusal, and whom it speaks of where that helps. */
export function refuse(refused: RefusalCode, about: string | null = null): Refusal {
  return { refused, about };
}

/** Whether a decision is a refusal. */
export function isRefusal(decision: readonly unknown[] | Refusal): decision is Refusal {
  return 'refused' in decision;
}

/** Ends an open question for consent that can no longer be answered. */
export function endQuestion(
  session: Session,
  reason: 'refused' | 'no-answer' | 'device-lost' | 'called-off',
): readonly SessionFact[] {
  const { question } = session.consent;
  return question ? [{ type: 'consent-refused', questionId: question.id, reason }] : [];
}
