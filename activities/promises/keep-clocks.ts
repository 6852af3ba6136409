import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { DueStep, PromiseReading } from '../../workflows/domain/sla/clock.js';
import { type Database, rowsOf } from '../store/database.js';
import { eventOf, type EventRow } from '../store/session-event-rows.js';
import type { Promises } from '../../workflows/domain/sla/promises.js';
import type { Appended } from './appended.js';
import { type KeptVersions, promisesOf } from './promises-at-hand.js';
import { keepFacts } from './keep-facts.js';

/**
 * Brings a session's clocks and facts up to its last event, in the transaction of the append, and
 * gives the step that falls due next; null where nothing was promised or nothing falls due.
 */
export async function keepClocks(tx: Database, appended: Appended): Promise<DueStep | null> {
  const { session, isNew } = appended;
  if (isNew) await bindVersions(tx, session);
  const { versions, events } = await lifeOf(tx, session.id);
  const now = lastInstant(events);
  const kept = versions && (await promisesOf(tx, versions));
  const step = kept && !hasEnded(session) ? nextStepOf(kept.promises, session, events) : null;
  if (kept) await writeClocks(tx, session.id, kept.promises.readings(events, now), step);
  await keepFacts(tx, appended, events, kept?.promises ?? null);
  return step;
}

/**
 * Gives a session that was requested before the desk knew clocks those that its request was promised;
 * tells whether there were any.
 */
export async function bindLate(tx: Database, session: Session): Promise<boolean> {
  const [requested] = (await lifeOf(tx, session.id)).events;
  if (requested?.type !== 'requested') return false;
  await bindVersions(tx, { ...session, ...placeOf(requested) });
  const { versions, events } = await lifeOf(tx, session.id);
  if (!versions) return false;
  const { promises } = await promisesOf(tx, versions);
  const step = nextStepOf(promises, session, events);
  await writeClocks(tx, session.id, promises.readings(events, lastInstant(events)), step);
  return true;
}

function placeOf({ channel, priority }: Pick<Session, 'channel' | 'priority'>) {
  return { channel, priority };
}

/** The step that falls due next by what is recorded now; it may be overdue. */
export async function dueStepOf(tx: Database, session: Session): Promise<DueStep | null> {
  if (hasEnded(session)) return null;
  const { versions, events } = await lifeOf(tx, session.id);
  if (!versions) return null;
  const { promises } = await promisesOf(tx, versions);
  return nextStepOf(promises, session, events);
}

function nextStepOf(
  promises: Promises,
  { slaSteps }: Session,
  events: readonly SessionEvent[],
): DueStep | null {
  return promises.nextStep(events, lastInstant(events), new Set(slaSteps));
}

function lastInstant(events: readonly SessionEvent[]): number {
  return events.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
}

// A version that counts from an instant was there before it, so the request's instant decides alone.
async function bindVersions(tx: Database, session: Session): Promise<void> {
  await rowsOf(tx, binding, {
    sessionId: session.id,
    channel: session.channel,
    priority: session.priority,
    at: new Date(session.requestedAt),
  });
}

const binding = `
  insert into session_clocks (session_id, policy_id, calendar_id)
  select :sessionId, policy.id, calendar.id
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
`;

/** The versions that a session keeps, where something was promised, and its events. */
export interface Life {
  readonly versions: KeptVersions | null;
  readonly events: readonly SessionEvent[];
}

/** What a session keeps and all that happened to it. Clocks know no texts, so those are left out. */
export async function lifeOf(db: Database, sessionId: string): Promise<Life> {
  const life = (await livesOf(db, [sessionId])).get(sessionId);
  if (!life) throw new Error('The database gave no answer.');
  return life;
}

/** The same of several sessions at once. */
export async function livesOf(
  db: Database,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Life>> {
  const rows = await rowsOf<LifeRow>(db, lives, { sessionIds: [...sessionIds] });
  return new Map(rows.map((row) => [row.id, lifeIn(row)]));
}

interface LifeRow {
  readonly id: string;
  readonly policy_id: string | null;
  readonly calendar_id: string | null;
  readonly events: readonly StoredEvent[];
}

function lifeIn({ policy_id: policyId, calendar_id: calendarId, events }: LifeRow): Life {
  return {
    versions: policyId !== null && calendarId !== null ? { policyId, calendarId } : null,
    events: events.map((event) => eventOf({ ...event, at: new Date(event.at) }, {})),
  };
}

const lives = `
  select s.id, c.policy_id, c.calendar_id, (
    select jsonb_agg(jsonb_build_object('type', type, 'sequence', sequence,
      'at', (extract(epoch from at) * 1000)::bigint, 'by', by, 'data', data) order by sequence)
    from session_events where session_id = s.id
  ) as events
  from unnest(cast(:sessionIds as uuid[])) as s (id)
  left join session_clocks c on c.session_id = s.id
`;

type StoredEvent = Omit<EventRow, 'at'> & { readonly at: number };

async function writeClocks(
  tx: Database,
  sessionId: string,
  readings: readonly PromiseReading[],
  step: DueStep | null,
): Promise<void> {
  await rowsOf(
    tx,
    `update session_clocks
     set readings = :readings, step = :step, step_at = :stepAt, told_at = null
     where session_id = :sessionId`,
    {
      sessionId,
      readings: JSON.stringify(readings),
      step: step && JSON.stringify(step),
      stepAt: step && new Date(step.at),
    },
  );
}
