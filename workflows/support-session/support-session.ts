import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  type Envelope,
  type Outcome,
  signals,
  type SupportSessionInput,
  updates,
} from '../contract.js';
import { completed } from '../domain/session/completed.js';
import { type Deadline, nextDeadline } from '../domain/session/deadline.js';
import { hasEnded, type Session } from '../domain/session/session.js';
import type { SessionPorts } from '../ports.js';
import { applyOrIgnore } from './apply-or-ignore.js';
import { endRoom } from './end-room.js';
import { RecordedSession } from './recorded-session.js';

const { appendEvents } = proxyLocalActivities<SessionPorts>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '100ms', maximumInterval: '5s' },
});

// How long a session that was started again to be reopened waits for that word.
const reopeningWait = '30s';

/** One request for help, from its first trace to its end. */
export async function supportSession({ sessionId, session }: SupportSessionInput): Promise<void> {
  const recorded = new RecordedSession(sessionId, session && completed(session), appendEvents);

  // What can be said to it. Validators are synchronous: what they refuse leaves no history.
  const handle = (envelope: Envelope): Promise<Outcome> => recorded.apply(envelope);
  const validator = (envelope: Envelope): void => {
    recorded.check(envelope);
  };
  for (const update of Object.values(updates)) setHandler(update, handle, { validator });
  for (const signal of Object.values(signals)) {
    setHandler(signal, (envelope: Envelope) => applyOrIgnore(recorded, envelope));
  }

  // What it does.
  await condition(() => recorded.now !== null);
  if (!isOpen(recorded.now)) await condition(() => isOpen(recorded.now), reopeningWait);
  while (isOpen(recorded.now)) {
    await untilMoved(recorded, recorded.now);
    if (isOpen(recorded.now) && !workflowInfo().continueAsNewSuggested) continue;
    await condition(allHandlersFinished); // One of them may have opened the session again.
    if (isOpen(recorded.now))
      await continueAsNew<typeof supportSession>({ sessionId, session: recorded.now });
  }
}

/** Waits until the session ends, has another deadline or loses its picture; acts when it is time. */
async function untilMoved(recorded: RecordedSession, before: Session): Promise<void> {
  const deadline = nextDeadline(before);
  const hasMoved = (): boolean =>
    !isOpen(recorded.now) ||
    !isSame(deadline, nextDeadline(recorded.now)) ||
    hasLostPicture(before, recorded.now) ||
    workflowInfo().continueAsNewSuggested;

  const inTime = await untilOrPast(hasMoved, deadline);
  if (!inTime && deadline) await applyOrIgnore(recorded, lapseOf(deadline));
  if (hasLostPicture(before, recorded.now)) await endRoom(before.id);
}

async function untilOrPast(hasMoved: () => boolean, deadline: Deadline | null): Promise<boolean> {
  if (deadline) return condition(hasMoved, Math.max(1, deadline.at - Date.now()));
  await condition(hasMoved);
  return true;
}

function lapseOf({ kind, at }: Deadline): Envelope {
  return {
    id: `lapse:${kind}:${at}`,
    actor: { kind: 'desk', rule: 'deadline' },
    grant: null,
    command: { type: 'lapse' },
  };
}

function isOpen(session: Session | null): session is Session {
  return session !== null && !hasEnded(session);
}

function isSame(one: Deadline | null, other: Deadline | null): boolean {
  return one?.kind === other?.kind && one?.at === other?.at;
}

function hasLostPicture(before: Session, now: Session | null): boolean {
  return before.state === 'active' && now?.state !== 'active';
}
