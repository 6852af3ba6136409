import type { Satisfaction } from '../../activities/doors/satisfaction-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { scopesLeftBehind } from '../../workflows/domain/session/decide-transfer.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { ConsentScope, Instant } from '../../workflows/domain/session/vocabulary.js';
import type { components } from '../generated/openapi.js';
import { maybeInstant, toInstant } from '../shown/instant.js';
import { actorOf, maybePersonOf, personOf } from '../shown/people.js';
import { deadlineOf, transferIn } from './queue-row.js';
import { shownSatisfaction } from './shown-satisfaction.js';

type DeviceSession = components['schemas']['DeviceSession'];

/** What the user's view of a session is made of. */
export interface DeviceSources {
  readonly session: Session;
  readonly organisation: string;
  readonly authorizer: Authorizer;
  readonly watching: ReadonlySet<string>;
  /** The key of the driver's epoch, 32 bytes as base64url. */
  readonly driverKey: string;
  /** Whether the policy lets the driver use mouse and keyboard. */
  readonly mayDrive: boolean;
  /** The session's events once it has ended, for the receipt; else null. */
  readonly events: readonly SessionEvent[] | null;
  /** What the user answered at the end, or null. */
  readonly satisfaction: Satisfaction | null;
  readonly now: Instant;
}

/** The session as its user sees it. */
export function deviceSession(sources: DeviceSources): DeviceSession {
  const { session, organisation, authorizer, events } = sources;
  return {
    id: session.id,
    sequence: session.sequence,
    organisation,
    requesterName: session.requester.name,
    subject: session.subject,
    state: session.state,
    connection: session.connection,
    assignee: maybePersonOf(authorizer, session.assignee),
    watchers: watchersOf(sources),
    collaborators: session.collaborators
      .filter(({ joinedAt }) => joinedAt !== null)
      .map(({ technician }) => personOf(authorizer, technician)),
    ...handoverOf(session, authorizer),
    consent: consentOf(sources),
    driver: driverOf(sources),
    hold: session.hold,
    deadline: deadlineOf(session),
    ending: endingOf(session, authorizer),
    origin: session.origin,
    reopenUntil: session.ending
      ? toInstant(session.ending.at + session.terms.reopenWindowMs)
      : null,
    satisfaction: sources.satisfaction && shownSatisfaction(sources.satisfaction),
    ...(hasEnded(session) && events ? { receipt: receiptOf(session, events, authorizer) } : {}),
  };
}

/** Everybody who has the picture, and everybody in the session: they can open it at any moment. */
function watchersOf({ watching, authorizer, session }: DeviceSources): DeviceSession['watchers'] {
  if (session.state !== 'active') return [];
  const watchers = [...watching]
    .filter((participant) => participant.startsWith('tech-'))
    .map((participant) => participant.slice('tech-'.length));
  const beside = session.collaborators
    .filter(({ joinedAt }) => joinedAt !== null)
    .map(({ technician }) => technician);
  return [...new Set([...watchers, ...beside])].map((key) => personOf(authorizer, key));
}

/** The user is told to whom they are being handed over, before it has happened. */
function handoverOf(session: Session, authorizer: Authorizer): Pick<DeviceSession, 'handover'> {
  const transfer = transferIn(session, authorizer);
  if (!transfer) return {};
  const losing = scopesLeftBehind(session, session.transfer?.askable);
  return {
    handover: {
      name: transfer.name,
      until: transfer.until,
      ...(losing.length > 0 ? { losing: [...losing] } : {}),
    },
  };
}

function consentOf({ session, authorizer, now }: DeviceSources): DeviceSession['consent'] {
  const { status, granted, question, narrowed } = session.consent;
  return {
    status,
    granted: [...granted],
    question: question && {
      id: question.id,
      scopes: [...question.scopes],
      by: personOf(authorizer, question.by),
      until: toInstant(question.until),
      remainingMs: Math.max(0, question.until - now),
    },
    ...(narrowed ? { narrowed: [...narrowed] } : {}),
  };
}

/** The driver's key goes to the device only while somebody may drive: by the user's word and by the policy. */
function driverOf({ session, driverKey, mayDrive }: DeviceSources): DeviceSession['driver'] {
  const { technician, epoch } = session.driver;
  if (session.state !== 'active' || technician === null || !mayDrive) return null;
  return session.consent.granted.includes('control') ? { technician, epoch, key: driverKey } : null;
}

function endingOf({ ending }: Session, authorizer: Authorizer): DeviceSession['ending'] {
  if (!ending) return null;
  return { outcome: ending.outcome, at: toInstant(ending.at), by: actorOf(authorizer, ending.by) };
}

function receiptOf(
  session: Session,
  events: readonly SessionEvent[],
  authorizer: Authorizer,
): NonNullable<DeviceSession['receipt']> {
  const allowed = new Set<ConsentScope>();
  const technicians = new Set<string>();
  for (const event of events) {
    if (event.type === 'consent-granted') for (const scope of event.scopes) allowed.add(scope);
    if (event.type === 'driver-changed' && event.technician !== null) {
      technicians.add(personOf(authorizer, event.technician).name);
    }
  }
  return {
    startedAt: maybeInstant(session.connectedAt),
    endedAt: toInstant(session.stateSince),
    technicians: [...technicians],
    allowed: [...allowed],
  };
}
