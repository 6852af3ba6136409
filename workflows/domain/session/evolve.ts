import { stepKeyOf } from '../sla/step-key.js';
import { completedRequester } from './completed.js';
import { collaboratorsAfter } from './evolve-collaborators.js';
import { queueAfter } from './evolve-queue.js';
import type { SessionEvent } from './events.js';
import type { Consent, Session } from './session.js';
import type { CloseOutcome, ConsentScope, SessionState } from './vocabulary.js';

const noConsent: Consent = { status: 'not-asked', granted: [], question: null };

type Requested = Extract<SessionEvent, { type: 'requested' }>;
type Later = Exclude<SessionEvent, { type: 'requested' }>;

/** The session after an event; the only way a session changes. */
export function evolve(session: Session | null, event: SessionEvent): Session {
  if (event.type === 'requested') return begin(event);
  if (!session) throw new Error(`The first event of a session is its request, not ${event.type}.`);
  return { ...session, ...changesOf(session, event), sequence: event.sequence };
}

/** The session that a whole list of events amounts to, from an earlier state or from nothing. */
export function fold(session: Session | null, events: readonly SessionEvent[]): Session | null {
  return events.reduce<Session | null>(evolve, session);
}

function begin(event: Requested): Session {
  return {
    id: event.sessionId,
    sequence: event.sequence,
    state: 'waiting',
    origin: event.origin,
    ticket: event.ticket ?? null,
    sosCall: event.sosCall ?? null,
    requesterId: event.requesterId ?? null,
    subject: event.subject,
    channel: event.channel,
    priority: event.priority,
    level: 1,
    requester: completedRequester(event.requester),
    createdBy: event.by,
    assignee: event.assignee,
    group: null,
    queuedSince: event.assignee === null ? event.at : null,
    tier: 0,
    offer: null,
    declined: [],
    transfer: null,
    collaborators: [],
    escalations: [],
    slaSteps: [],
    connection: 'absent',
    device: null,
    consent: noConsent,
    driver: { technician: null, epoch: 0 },
    hold: null,
    terms: event.terms,
    startBy: event.startBy,
    reconnectBy: null,
    requestedAt: event.at,
    linkOpenedAt: null,
    readyAt: null,
    claimedAt: null,
    answeredAt: null,
    connectedAt: null,
    stateSince: event.at,
    lastWord: null,
    ending: null,
  };
}

function changesOf(session: Session, event: Later): Partial<Session> {
  switch (event.type) {
    case 'link-opened':
      return { linkOpenedAt: event.at };
    case 'device-joined':
      return {
        ...enter('ready', event),
        device: { id: event.deviceId, kind: event.kind },
        connection: 'connected',
        readyAt: event.at,
      };
    case 'device-lost':
      return {
        connection: event.reconnectBy === null ? 'absent' : 'reconnecting',
        reconnectBy: event.reconnectBy,
      };
    case 'device-returned':
      return { connection: 'connected', reconnectBy: null };
    case 'offered':
    case 'offer-declined':
    case 'tier-drawn':
    case 'claimed':
    case 'transfer-offered':
    case 'transfer-declined':
    case 'transferred':
    case 'taken-over':
      return queueAfter(session, event);
    case 'collaborator-invited':
    case 'collaborator-joined':
    case 'collaborator-left':
      return { collaborators: collaboratorsAfter(session.collaborators, event) };
    case 'answered':
      return { answeredAt: event.at };
    case 'consent-asked':
    case 'consent-granted':
    case 'consent-refused':
    case 'consent-withdrawn':
      return { consent: consentAfter(session.consent, event) };
    case 'connected':
      return {
        ...enter('active', event),
        startBy: null,
        connectedAt: session.connectedAt ?? event.at,
      };
    case 'disconnected':
      return disconnected(session, event);
    case 'driver-changed':
      return { driver: { technician: event.technician, epoch: session.driver.epoch + 1 } };
    case 'held':
      return { hold: event.reason };
    case 'resumed':
      return { hold: null };
    case 'user-wrote':
      return { lastWord: 'user' };
    case 'technician-wrote':
      return { lastWord: 'technician' };
    case 'escalated':
      return escalated(session, event);
    case 'sla-step':
      return { slaSteps: [...session.slaSteps, stepKeyOf(event)] };
    case 'retargeted':
      return {};
    case 'priority-changed':
      return { priority: event.priority };
    case 'closed':
      return end(session, event, event.outcome, event.remark);
    case 'abandoned':
      return end(session, event, 'abandoned', null);
    case 'reopened':
      return reopened(session, event);
    case 'expired':
      return { ...release(session), ...endQueue, ...enter('expired', event), connection: 'absent' };
  }
}

type Escalated = Extract<Later, { type: 'escalated' }>;

/** One level up, with the next tier drawn in; a rule's name is kept, so that it does so once. */
function escalated(session: Session, { level, rule }: Escalated): Partial<Session> {
  const escalations = rule === undefined ? session.escalations : [...session.escalations, rule];
  return { level, tier: session.tier + 1, escalations };
}

/** A new life with whom it had, and everybody may be asked again. */
function reopened(session: Session, event: SessionEvent): Partial<Session> {
  return {
    ...enter('ready', event),
    hold: null,
    ending: null,
    startBy: null,
    declined: [],
    tier: 0,
    queuedSince: session.assignee === null ? event.at : null,
  };
}

/** With the session ends all waiting for somebody, and everybody's part in it. */
const endQueue = {
  offer: null,
  transfer: null,
  queuedSince: null,
  collaborators: [],
} as const satisfies Partial<Session>;

function enter(state: SessionState, event: SessionEvent): Partial<Session> {
  return { state, stateSince: event.at };
}

type ConsentEvent = Extract<
  Later,
  { type: 'consent-asked' | 'consent-granted' | 'consent-refused' | 'consent-withdrawn' }
>;

function consentAfter(consent: Consent, event: ConsentEvent): Consent {
  switch (event.type) {
    case 'consent-asked': {
      const { questionId, scopes, until } = event;
      const question = { id: questionId, scopes, by: technicianOf(event), until };
      return { ...consent, status: 'asked', question };
    }
    case 'consent-granted':
      return {
        status: 'granted',
        granted: union(consent.granted, event.scopes),
        question: null,
      };
    case 'consent-refused':
      return {
        ...consent,
        status: consent.granted.length > 0 ? 'granted' : 'refused',
        question: null,
      };
    case 'consent-withdrawn':
      return consentWithout(consent, event);
  }
}

/** What a channel takes back is remembered, for the user is to be told of what was not their own doing. */
function consentWithout(
  { granted: before, question }: Consent,
  { scopes, reason }: Extract<ConsentEvent, { type: 'consent-withdrawn' }>,
): Consent {
  const granted = before.filter((scope) => !scopes.includes(scope));
  const asked = question ? 'asked' : 'granted';
  const left: Consent = { granted, question, status: granted.length > 0 ? asked : 'withdrawn' };
  return reason === 'channel' ? { ...left, narrowed: scopes } : left;
}

function technicianOf(event: SessionEvent): string {
  if (event.by.kind === 'technician') return event.by.key;
  throw new Error(`Only a technician asks for consent, not ${event.by.kind}.`);
}

function union(
  some: readonly ConsentScope[],
  more: readonly ConsentScope[],
): readonly ConsentScope[] {
  return [...new Set([...some, ...more])];
}

type Disconnected = Extract<Later, { type: 'disconnected' }>;

function disconnected(session: Session, event: Disconnected): Partial<Session> {
  const withdrawn = event.reason === 'user';
  return {
    ...release(session),
    ...enter('ready', event),
    consent: withdrawn ? { ...noConsent, status: 'withdrawn' } : noConsent,
    // Nobody waits any more for a device that was lost.
    connection: session.connection === 'reconnecting' ? 'absent' : session.connection,
  };
}

/** Nobody sees, nobody drives: the epoch moves on so that late input is void. */
function release(session: Session): Partial<Session> {
  return {
    consent: noConsent,
    driver: { technician: null, epoch: session.driver.epoch + 1 },
    reconnectBy: null,
  };
}

function end(
  session: Session,
  event: SessionEvent,
  outcome: CloseOutcome,
  remark: string | null,
): Partial<Session> {
  return {
    ...release(session),
    ...endQueue,
    ...enter('closed', event),
    connection: 'absent',
    hold: null,
    ending: { outcome, by: event.by, remark, at: event.at },
  };
}
