import type { SchemaChatMessage, SchemaDeviceSession } from '../api/generated/openapi.js';
import { inThrees } from '../workflows/domain/codes/code.js';
import type { CodeState, HelperState, SosState } from './helper-state.js';
import type {
  BarView,
  ChatView,
  ControlPause,
  DeskView,
  HandoverView,
  NarrowedView,
  QuestionView,
  QueueView,
  SaidView,
  Stage,
  View,
} from './window/view.js';

/** Problems that another try with the same link can overcome. */
const passing = new Set<string>(['desk-unreachable', 'desk-refused']);

/** What the windows show of a state. */
export function viewOf(state: HelperState): View {
  return {
    language: state.language,
    desk: deskOf(state),
    stage: stageOf(state),
    question: questionOf(state),
    bar: barOf(state),
    chat: chatOf(state),
  };
}

function deskOf({ session, link }: HelperState): DeskView | null {
  if (!session || !link) return null;
  const address = new URL(link.origin).host;
  return { organisation: session.organisation, address, verified: link.verified };
}

function stageOf(state: HelperState): Stage {
  const { session, problem, link } = state;
  if (problem !== null) {
    return link
      ? { kind: 'problem', problem, retry: passing.has(problem) }
      : { kind: 'link', problem };
  }
  if (state.connecting) return { kind: 'connecting' };
  if (!session) return stageBefore(state);
  if (session.state === 'closed' || session.state === 'expired') return endedOf(session);
  const isBusy = state.question !== null || state.answering;
  // While a question is open, what lies below it must not catch a press that was meant for it.
  if (isBusy || state.effective.includes('view')) return { kind: 'sharing' };
  const { assignee: technician, subject } = session;
  return { kind: 'waiting', technician, subject, queue: queueOf(state) };
}

/** Whoever has a technician is not in the queue any more, and keeps the number. */
function queueOf({ session, waiting }: HelperState): QueueView | null {
  if (!waiting || !session?.assignee) return waiting;
  return { number: waiting.number, place: null, estimate: null };
}

/** What is shown before the helper is in any session. */
function stageBefore({ code, sos }: HelperState): Stage {
  if (code) return codeStage(code);
  return sos ? sosStage(sos) : { kind: 'link', problem: null };
}

function codeStage({ digits, until, over, desk }: CodeState): Stage {
  return { kind: 'code', digits: inThrees(digits), until, over, desk: new URL(desk.origin).host };
}

function sosStage({ visit, asked, link }: SosState): Stage {
  const { name, description, paused, fields } = visit;
  return {
    kind: 'sos',
    name,
    description,
    paused,
    fields,
    asked,
    desk: {
      organisation: visit.organisation,
      address: new URL(link.origin).host,
      verified: link.verified,
    },
  };
}

function endedOf(session: SchemaDeviceSession): Stage {
  const { receipt, satisfaction, reopenUntil } = session;
  return {
    kind: 'ended',
    by: session.ending?.by.kind ?? 'desk',
    receipt: receipt ?? null,
    score: satisfaction?.score ?? null,
    mayAskAgain: reopenUntil !== null && Date.parse(reopenUntil) > Date.now(),
  };
}

function questionOf({ session, question, effective }: HelperState): QuestionView | null {
  const asked = session?.consent.question;
  if (!session || !question || asked?.id !== question.id) return null;
  return {
    id: asked.id,
    by: asked.by,
    subject: session.subject,
    scopes: asked.scopes,
    more: effective.length > 0,
    until: question.until,
  };
}

function barOf(state: HelperState): BarView | null {
  const { session, effective } = state;
  if (!session || !effective.includes('view') || stageOf(state).kind !== 'sharing') return null;
  const people = [session.assignee, ...session.watchers].filter((person) => person !== null);
  const driver = people.find(({ key }) => key === session.driver?.technician) ?? null;
  return {
    watchers: session.watchers,
    driver,
    granted: effective,
    paused: state.paused,
    controlPause: controlPauseOf(state),
    handover: handoverOf(session),
    narrowed: narrowedOf(session),
    unread: state.unread,
  };
}

/** A warm transfer has not moved yet, a cold one already has: who takes over never does so from themselves. */
function handoverOf({ handover, assignee }: SchemaDeviceSession): HandoverView | null {
  if (!handover) return null;
  const from = assignee?.name ?? null;
  const { name, losing = [] } = handover;
  return { to: name, from: from === name ? null : from, losing };
}

function narrowedOf({ consent, assignee }: SchemaDeviceSession): NarrowedView | null {
  const { narrowed, granted } = consent;
  if (!narrowed) return null;
  return { technician: assignee?.name ?? null, lost: granted.length > 1 ? narrowed : null };
}

function controlPauseOf({ deskReachable, personHasMouse }: HelperState): ControlPause {
  if (!deskReachable) return 'desk-away';
  return personHasMouse ? 'person' : null;
}

function chatOf({ chatOpen, session, messages, notSent }: HelperState): ChatView {
  return { open: chatOpen, with: session?.assignee ?? null, said: messages.map(saidOf), notSent };
}

function saidOf({ id, side, author, text }: SchemaChatMessage): SaidView {
  return { id, mine: side === 'user', author, text };
}
