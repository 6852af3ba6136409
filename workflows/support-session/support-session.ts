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
import { type Deadline, nextDeadline } from '../domain/session/deadline.js';
import { hasEnded, type Session } from '../domain/session/session.js';
import type { Instant } from '../domain/session/vocabulary.js';
import type { SessionPorts } from '../ports.js';
import { applyOrIgnore } from './apply-or-ignore.js';
import { applySignal } from './apply-signal.js';
import { DeskWatch } from './desk-watch.js';
import { endRoom } from './end-room.js';
import { RecordedSession } from './recorded-session.js';

const { appendEvents, lookAfter, admitSignal } = proxyLocalActivities<SessionPorts>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '100ms', maximumInterval: '5s' },
});

// How long a session that was started again to be reopened waits for that word.
const reopeningWait = '30s';

/** One request for help, from its first trace to its end. */
export async function supportSession(input: SupportSessionInput): Promise<void> {
  const recorded = new RecordedSession(input, appendEvents);
  // A session that began before the desk looked after any goes on as it was.
  const watch = new DeskWatch(recorded, input.routed === true ? lookAfter : null);

  // What can be said to it. Validators are synchronous: what they refuse leaves no history.
  const handle = (envelope: Envelope): Promise<Outcome> => recorded.apply(envelope);
  const validator = (envelope: Envelope): void => {
    recorded.check(envelope);
  };
  for (const update of Object.values(updates)) setHandler(update, handle, { validator });
  for (const signal of [signals.transfer, signals.escalate]) {
    setHandler(signal, (raised: unknown) => applySignal(recorded, raised, admitSignal));
  }
  setHandler(signals.lookAgain, () => {
    watch.call();
  });
  setHandler(signals.clocks, () => {
    watch.callForClocks();
  });

  // What it does.
  await condition(() => recorded.now !== null);
  if (!isOpen(recorded.now)) await condition(() => isOpen(recorded.now), reopeningWait);
  while (isOpen(recorded.now)) {
    await watch.look();
    if (isOpen(recorded.now)) await untilMoved(recorded, recorded.now, watch);
    if (isOpen(recorded.now) && !workflowInfo().continueAsNewSuggested) continue;
    await condition(allHandlersFinished); // One of them may have opened the session again.
    if (isOpen(recorded.now))
      await continueAsNew<typeof supportSession>({ ...input, ...recorded.standing });
  }
}

/** Waits until the session ends, has another deadline or loses its picture; acts when it is time. */
async function untilMoved(
  recorded: RecordedSession,
  before: Session,
  watch: DeskWatch,
): Promise<void> {
  const deadline = nextDeadline(before);
  const { stepAt } = recorded;
  const hasMoved = (): boolean =>
    !isOpen(recorded.now) ||
    !isSame(deadline, nextDeadline(recorded.now)) ||
    hasLostPicture(before, recorded.now) ||
    watch.isDue ||
    recorded.stepAt !== stepAt ||
    workflowInfo().continueAsNewSuggested;

  await untilOrPast(hasMoved, earliest([deadline?.at, watch.wakeAt]));
  const isLate = deadline !== null && deadline.at <= Date.now();
  if (isLate && !hasMoved()) await applyOrIgnore(recorded, lapseOf(deadline));
  if (hasLostPicture(before, recorded.now)) await endRoom(before.id);
}

async function untilOrPast(hasMoved: () => boolean, at: Instant | null): Promise<void> {
  if (at === null) await condition(hasMoved);
  else await condition(hasMoved, Math.max(1, at - Date.now()));
}

/** The first of some instants, of which any may be open. */
function earliest(instants: readonly (Instant | null | undefined)[]): Instant | null {
  const known = instants.filter((one) => one !== null && one !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

function lapseOf({ kind, at, about }: Deadline): Envelope {
  return {
    id: ['lapse', kind, at, ...(about === undefined ? [] : [about])].join(':'),
    actor: { kind: 'desk', rule: 'deadline' },
    grant: null,
    command: { type: 'lapse' },
  };
}

function isOpen(session: Session | null): session is Session {
  return session !== null && !hasEnded(session);
}

function isSame(one: Deadline | null, other: Deadline | null): boolean {
  return one?.kind === other?.kind && one?.at === other?.at && one?.about === other?.about;
}

function hasLostPicture(before: Session, now: Session | null): boolean {
  return before.state === 'active' && now?.state !== 'active';
}
