import type { SessionEvent, SessionFact } from '../session/events.js';
import { ana, begin } from '../session/story-testing.js';
import type { Instant } from '../session/vocabulary.js';

/** What happened to a session, by the minutes after its request. */
export type Told = readonly (readonly [minutes: number, fact: SessionFact])[];

/** So many minutes after the request. */
export function minute(minutes: number): Instant {
  return begin + minutes * 60_000;
}

/** The events of a session that Ana was asked for, and of what is told after its request. */
export function eventsOf(told: Told, assignee: string | null = 'ana'): readonly SessionEvent[] {
  return [[0, requestedFor(assignee)] as const, ...told].map(([minutes, fact], index) => ({
    ...fact,
    sequence: index + 1,
    at: minute(minutes),
    by: ana,
  }));
}

function requestedFor(assignee: string | null): SessionFact {
  return {
    type: 'requested',
    sessionId: 'a-session',
    origin: 'invitation',
    subject: 'The printer prints blank pages',
    channel: 'general',
    priority: 'normal',
    requester: {
      name: 'Noor Rahman',
      address: null,
      language: 'en',
      customer: null,
      department: null,
    },
    assignee,
    startBy: minute(480),
    terms: { reconnectGraceMs: 60_000, consentTimeoutMs: 30_000, reopenWindowMs: 7 * 86_400_000 },
  };
}
