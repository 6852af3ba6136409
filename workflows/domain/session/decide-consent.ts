import type { ConsentCommand, StartCommand } from './commands.js';
import { type Context, type Decision, endQuestion, refuse } from './decision.js';
import type { SessionFact } from './events.js';
import { possibleScopes } from './possible-scopes.js';
import type { Refusal } from './refusal.js';
import type { Session } from './session.js';
import type { ConsentScope } from './vocabulary.js';

/** Asks the user: for the screen at the start, for more scopes while active. */
export function decideStart(session: Session, command: StartCommand, context: Context): Decision {
  const { actor, now } = context;
  if (actor.kind !== 'technician' || actor.key !== session.assignee) {
    return refuse('not-assignee', session.assignee);
  }
  const hindrance = whyNotAsk(session, command.scopes);
  if (hindrance) return hindrance;
  const asked: SessionFact = {
    type: 'consent-asked',
    questionId: command.questionId,
    scopes: command.scopes,
    until: now + session.terms.consentTimeoutMs,
  };
  return session.answeredAt === null ? [{ type: 'answered' }, asked] : [asked];
}

function whyNotAsk(session: Session, scopes: readonly ConsentScope[]): Refusal | null {
  if (session.state !== 'ready' && session.state !== 'active') return refuse('not-ready');
  if (session.connection !== 'connected') return refuse('device-absent');
  if (session.consent.question) return refuse('question-open');
  const possible = session.device ? possibleScopes[session.device.kind] : [];
  if (!scopes.every((scope) => possible.includes(scope))) return refuse('scope-not-possible');
  if (session.state === 'ready' && !scopes.includes('view')) return refuse('not-active');
  return scopes.every((scope) => session.consent.granted.includes(scope))
    ? refuse('already-granted')
    : null;
}

/** The user's word: a grant connects, a refusal ends the question, a withdrawal takes back. */
export function decideConsent(session: Session, command: ConsentCommand): Decision {
  if (command.answer === 'withdraw') return decideWithdrawal(session, command.scopes);
  const { question } = session.consent;
  if (question?.id !== command.questionId) return refuse('question-unknown');
  return command.answer === 'refuse'
    ? endQuestion(session, 'refused')
    : decideGrant(session, question.scopes, command);
}

function decideGrant(
  session: Session,
  asked: readonly ConsentScope[],
  { questionId, scopes }: { questionId: string; scopes: readonly ConsentScope[] },
): Decision {
  if (scopes.some((scope) => !asked.includes(scope))) return refuse('scope-not-asked');
  const granted: SessionFact = { type: 'consent-granted', questionId, scopes };
  if (session.state === 'active') {
    return scopes.length === 0 ? endQuestion(session, 'refused') : [granted];
  }
  // Without the screen there is nothing to connect to, so a grant of anything else is a no.
  if (!scopes.includes('view')) return endQuestion(session, 'refused');
  return [granted, { type: 'connected' }, { type: 'driver-changed', technician: session.assignee }];
}

function decideWithdrawal(session: Session, scopes: readonly ConsentScope[]): Decision {
  const { granted } = session.consent;
  // Everything hangs on the screen: who takes that back takes back all.
  const taken = scopes.includes('view') ? granted : granted.filter((one) => scopes.includes(one));
  if (taken.length === 0) return refuse('scope-not-granted');
  const withdrawn: SessionFact = { type: 'consent-withdrawn', scopes: taken };
  if (!taken.includes('view')) return [withdrawn];
  return [
    ...endQuestion(session, 'called-off'),
    withdrawn,
    { type: 'disconnected', reason: 'user' },
  ];
}

/** The technician lets go of the screen, or takes back a question nobody has answered yet. */
export function decideDisconnect(session: Session): Decision {
  const called = endQuestion(session, 'called-off');
  if (session.state === 'active') {
    return [...called, { type: 'disconnected', reason: 'technician' }];
  }
  return called.length > 0 ? called : refuse('not-active');
}
