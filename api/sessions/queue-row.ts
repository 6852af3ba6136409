import type { DeviceCard, SessionRow } from '../../activities/store/sessions/session-row.js';
import type { RowPromise } from '../../activities/store/sessions/row-promise.js';
import type { Authorizer } from '../../policies/authorize.js';
import { nextDeadline } from '../../workflows/domain/session/deadline.js';
import {
  hasEnded,
  type Session,
  type TransferTarget,
} from '../../workflows/domain/session/session.js';
import type { components } from '../generated/openapi.js';
import type { Ability } from './abilities.js';
import { maybeInstant, toInstant } from '../shown/instant.js';
import { actorOf, maybePersonOf, personOf } from '../shown/people.js';

type QueueRow = components['schemas']['QueueRow'];
type People = Pick<Authorizer, 'people'>;

/** A session as a line of the queue. Everything but the abilities is the same for all who may see it. */
export function queueRowOf(
  { session, number, device, promise }: SessionRow,
  authorizer: People,
  abilities: readonly Ability[],
): QueueRow {
  return {
    id: session.id,
    number,
    origin: session.origin,
    ticket: session.ticket,
    sequence: session.sequence,
    state: session.state,
    requester: { ...session.requester },
    subject: session.subject,
    channel: { key: session.channel, name: channelName(authorizer, session.channel) },
    priority: session.priority,
    level: session.level,
    assignee: maybePersonOf(authorizer, session.assignee),
    driver: maybePersonOf(authorizer, session.driver.technician),
    connection: session.connection,
    device: device && shortDevice(device),
    offer: offerIn(session, authorizer),
    transfer: transferIn(session, authorizer),
    collaborators: collaboratorsIn(session, authorizer),
    hold: session.hold,
    consent: session.consent.status,
    requestedAt: toInstant(session.requestedAt),
    stateSince: toInstant(session.stateSince),
    linkOpenedAt: maybeInstant(session.linkOpenedAt),
    endedAt: hasEnded(session) ? toInstant(session.stateSince) : null,
    outcome: outcomeOf(session),
    deadline: deadlineOf(session),
    promise: promise && promiseOf(promise),
    abilities: [...abilities],
  };
}

/** The next instant at which the desk itself acts. */
export function deadlineOf(session: Session): QueueRow['deadline'] {
  const deadline = nextDeadline(session);
  return deadline && { kind: deadline.kind, at: toInstant(deadline.at) };
}

/** The promise that falls due next, in instants that every browser shows by its own zone. */
function promiseOf({ clock, state, dueAt, step }: RowPromise): QueueRow['promise'] {
  return {
    clock,
    state,
    dueAt: maybeInstant(dueAt),
    step: step && { at: toInstant(step.at), percent: step.percent, action: step.action },
  };
}

function offerIn({ offer }: Session, authorizer: People): QueueRow['offer'] {
  return (
    offer && {
      technician: personOf(authorizer, offer.technician),
      until: toInstant(offer.until),
    }
  );
}

/** A hand-over that waits to be accepted. */
export function transferIn({ transfer }: Session, authorizer: People): QueueRow['transfer'] {
  if (!transfer) return null;
  const { to, channel, by, warm, until, note } = transfer;
  return {
    kind: to.kind,
    name: targetName(to, authorizer),
    channel,
    person: to.kind === 'technician' ? personOf(authorizer, to.key) : null,
    by: actorOf(authorizer, by),
    warm,
    until: toInstant(until),
    note,
  };
}

function targetName({ kind, key }: TransferTarget, authorizer: People): string {
  if (kind === 'technician') return personOf(authorizer, key).name;
  if (kind === 'channel') return channelName(authorizer, key);
  const { groups } = authorizer.people.organisation;
  return groups.find((group) => group.key === key)?.name ?? key;
}

function collaboratorsIn({ collaborators }: Session, authorizer: People) {
  return collaborators.map(({ technician, joinedAt, guest }) => ({
    person: personOf(authorizer, technician),
    joined: joinedAt !== null,
    guestUntil: maybeInstant(guest?.until ?? null),
  }));
}

/** A channel's name; one that is gone keeps its key. */
export function channelName({ people }: People, key: string): string {
  const { channels, formerChannels = [] } = people.organisation;
  const found = [...channels, ...formerChannels].find((channel) => channel.key === key);
  return found?.name ?? key;
}

function outcomeOf(session: Session): QueueRow['outcome'] {
  if (session.state === 'expired') return 'expired';
  return session.ending?.outcome ?? null;
}

function shortDevice({ kind, info }: DeviceCard): NonNullable<QueueRow['device']> {
  const host = info['host'];
  const version = info['version'];
  const system = typeof version === 'string' ? `${info.system} ${version}` : info.system;
  return { kind, system, host: typeof host === 'string' ? host : null };
}
