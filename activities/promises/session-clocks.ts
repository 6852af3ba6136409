import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { DueStep, PromiseReading } from '../../workflows/domain/sla/clock.js';
import type { Promises } from '../../workflows/domain/sla/promises.js';
import { type Database, preparedRowOf, rowsOf } from '../store/database.js';
import { type Life, lifeOf } from './life.js';
import { type KeptVersions, promisesOf } from './promises-at-hand.js';

/** How a session stands to what was promised to it, after its last event. */
export interface SessionClocks {
  readonly versions: KeptVersions;
  readonly promises: Promises;
  readonly readings: readonly PromiseReading[];
  /** The step that falls due next; it may be overdue. Null where none does, as when the session has ended. */
  readonly step: DueStep | null;
}

/** A session's clocks at its last event; null where nothing was promised. */
export async function clocksOf(
  db: Database,
  session: Session,
  { versions, events }: Life,
): Promise<SessionClocks | null> {
  if (!versions) return null;
  const { promises } = await promisesOf(db, versions);
  const now = lastInstant(events);
  const step = hasEnded(session) ? null : promises.nextStep(events, now, new Set(session.slaSteps));
  return { versions, promises, readings: promises.readings(events, now), step };
}

/** The step that falls due next by what is recorded now; it may be overdue. */
export async function dueStepOf(tx: Database, session: Session): Promise<DueStep | null> {
  if (hasEnded(session)) return null;
  const clocks = await clocksOf(tx, session, await lifeOf(tx, session.id));
  return clocks?.step ?? null;
}

/** What is written of a session's clocks; all of it null where nothing was promised. */
export function clockBindings(clocks: SessionClocks | null) {
  return {
    policyId: clocks?.versions.policyId ?? null,
    calendarId: clocks?.versions.calendarId ?? null,
    readings: clocks && JSON.stringify(clocks.readings),
    step: clocks?.step ? JSON.stringify(clocks.step) : null,
    stepAt: clocks?.step ? new Date(clocks.step.at) : null,
  };
}

/** What a request is promised, and what time it is in the database. */
export interface Promised {
  /** Null where its channel promises nothing for its priority. */
  readonly versions: KeptVersions | null;
  readonly now: Date;
}

export async function promisedTo(
  db: Database,
  { channel, priority, requestedAt }: Pick<Session, 'channel' | 'priority' | 'requestedAt'>,
): Promise<Promised> {
  const bindings = { channel, priority, at: new Date(requestedAt) };
  const found = await preparedRowOf<Promised>(db, promised, bindings);
  if (!found) throw new Error('The database gave no answer.');
  return found;
}

// A version that counts from an instant was there before it, so the request's instant decides alone.
const promised = `
  select clock_timestamp() as now, (
    select json_build_object('policyId', policy.id, 'calendarId', calendar.id)
    from (
      select policy from sla_promises
      where channel = :channel and priority = :priority and counts_from <= :at
      order by counts_from desc, number desc limit 1
    ) as promise
    cross join lateral (
      select id, calendar from sla_policies
      where key = promise.policy and counts_from <= :at
      order by counts_from desc, version desc limit 1
    ) as policy
    cross join lateral (
      select id from sla_calendars
      where key = policy.calendar and counts_from <= :at
      order by counts_from desc, version desc limit 1
    ) as calendar
  ) as versions
`;

/**
 * Gives a session that was requested before the desk knew clocks those that its request was promised;
 * tells whether there were any. Its row is locked.
 */
export async function bindLate(tx: Database, session: Session): Promise<boolean> {
  const { events } = await lifeOf(tx, session.id);
  const [requested] = events;
  if (requested?.type !== 'requested') return false;
  const { channel, priority } = requested;
  const { versions } = await promisedTo(tx, { ...session, channel, priority });
  const clocks = await clocksOf(tx, session, { versions, events });
  if (!clocks) return false;
  await rowsOf(tx, binding, { sessionId: session.id, ...clockBindings(clocks) });
  return true;
}

// The session's row is written anew, so that whoever has read it without clocks reads it again.
const binding = `
  with touched as (update sessions set sequence = sequence where id = :sessionId)
  insert into session_clocks (session_id, policy_id, calendar_id, readings, step, step_at)
  values (:sessionId, :policyId, :calendarId, :readings, :step, :stepAt)
`;

function lastInstant(events: readonly SessionEvent[]): number {
  return events.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
}
