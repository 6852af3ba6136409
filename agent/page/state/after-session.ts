import type { DeviceSession } from '../desk/shapes.js';
import type { Choice, LastTurn, Model } from './model.js';
import { mayBeSeen } from './screen.js';

type Before = Pick<Model, 'session' | 'choice' | 'last' | 'lapsesAt'>;
type Change = Pick<Model, 'session' | 'choice' | 'last' | 'lapsesAt' | 'trouble'>;

/**
 * What changes on the page when the desk tells of the session. `now` is this device's steady clock in
 * milliseconds. News that is older than what is known changes nothing.
 */
export function afterSession(before: Before, next: DeviceSession, now: number): Change {
  if (isOlder(next, before.session)) return { ...before, trouble: null };
  return {
    session: next,
    trouble: null,
    choice: choiceAfter(before.choice, next),
    last: lastAfter(before, next),
    lapsesAt: lapseAfter(before, next, now),
  };
}

function isOlder(next: DeviceSession, known: DeviceSession | null): boolean {
  return known?.id === next.id && next.sequence < known.sequence;
}

/** A chosen screen is let go as soon as nobody asks for it and nobody may see it. */
function choiceAfter(choice: Choice, next: DeviceSession): Choice {
  return mayBeSeen(next) || next.consent.question ? choice : 'none';
}

function lastAfter(before: Before, next: DeviceSession): LastTurn | null {
  const { session, last } = before;
  if (isAskedAnew(session, next)) return null;
  if (mayBeSeen(next)) return last;
  if (mayBeSeen(session)) return last === 'stopped' ? last : 'let-go';
  return questionEnded(session, next) ? turnOfQuestion(last, next) : last;
}

function isAskedAnew(session: DeviceSession | null, { consent }: DeviceSession): boolean {
  return consent.question !== null && consent.question.id !== session?.consent.question?.id;
}

function questionEnded(session: DeviceSession | null, { consent }: DeviceSession): boolean {
  return !!session?.consent.question && consent.question === null;
}

/** A question that ends without a word from here has lapsed, or its asker has taken it back. */
function turnOfQuestion(last: LastTurn | null, { consent }: DeviceSession): LastTurn | null {
  if (last === 'refused') return last;
  return consent.status === 'refused' ? 'lapsed' : null;
}

/** The same question keeps the earlier end, so that a slow line cannot make it last longer. */
function lapseAfter(
  { session, lapsesAt }: Before,
  next: DeviceSession,
  now: number,
): number | null {
  const { question } = next.consent;
  if (!question) return null;
  const told = now + question.remainingMs;
  const same = session?.consent.question?.id === question.id && lapsesAt !== null;
  return same ? Math.min(lapsesAt, told) : told;
}
