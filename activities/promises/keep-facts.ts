import { createHash } from 'node:crypto';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import { factsOf, type SessionFacts } from '../../workflows/domain/sla/session-facts.js';
import { type Database, rowsOf } from '../store/database.js';
import type { SessionClocks } from './session-clocks.js';

/** A session to which events were appended, with all its events and its clocks after them. */
export interface Appended {
  readonly session: Session;
  readonly appended: readonly SessionEvent[];
  readonly events: readonly SessionEvent[];
  readonly clocks: Pick<SessionClocks, 'promises'> | null;
}

/** Whether what was appended makes a session's facts, or makes them hold no longer. */
export function changesFacts(session: Session, appended: readonly SessionEvent[]): boolean {
  return hasEnded(session) || appended.some(({ type }) => type === 'reopened');
}

/**
 * Writes down what a session came to when it ends, and notes from when that no longer holds when it
 * is opened again: so each row is good for every instant between the two.
 */
export async function keepFacts(
  tx: Database,
  { session, appended, events, clocks }: Appended,
): Promise<void> {
  const reopened = appended.find(({ type }) => type === 'reopened');
  if (reopened) await supersede(tx, session.id, reopened);
  if (!hasEnded(session)) return;
  const until = events.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
  const facts = factsOf(events, clocks?.promises ?? null, until);
  if (facts) await rowsOf(tx, writing, factsBindings(session.id, facts));
}

async function supersede(tx: Database, sessionId: string, { at }: SessionEvent): Promise<void> {
  await rowsOf(
    tx,
    `update session_facts set superseded_at = :at
     where session_id = :sessionId and superseded_at is null`,
    { sessionId, at: new Date(at) },
  );
}

const writing = `
  insert into session_facts (session_id, sequence, requested_at, settled_at, channel, priority,
    customer, technician, groups, outcome, clocks, ready_ms, first_response_ms, first_picture_ms,
    resolution_ms, total_resolution_ms, next_response_ms, unanswered, handling, holds, transfers,
    digest)
  select :sessionId, :sequence, :requestedAt, :settledAt, :channel, :priority, :customer,
    cast(:technician as text),
    coalesce((select array_agg("group" order by "group") from group_members
      where technician = :technician), '{}'),
    :outcome, :clocks, :readyMs, :firstResponseMs, :firstPictureMs, :resolutionMs,
    :totalResolutionMs, :nextResponseMs, :unanswered, :handling, :holds, :transfers, :digest
`;

function factsBindings(sessionId: string, facts: SessionFacts): Record<string, unknown> {
  const { requestedAt, lastAt, handlingMs, holdMs, ...rest } = facts;
  return {
    ...rest,
    sessionId,
    requestedAt: new Date(requestedAt),
    settledAt: new Date(lastAt),
    nextResponseMs: [...facts.nextResponseMs],
    handling: JSON.stringify(handlingMs),
    holds: JSON.stringify(holdMs),
    digest: digestOf(sessionId, facts),
  };
}

/**
 * A number that stands for a session's facts. Those of a report are added up: the sum does not depend
 * on their order, and so can be kept day by day.
 */
export function digestOf(sessionId: string, facts: SessionFacts): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([sessionId, facts]))
    .digest();
  return hash.readBigInt64BE(0).toString();
}
