import type { WebhookType } from '../../workflows/domain/notices/webhook-types.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';

/** What another system is told: keys, states and instants, never a name or a free text. */
export interface WebhookPayload {
  readonly type: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly timestamp: string;
  readonly data: {
    readonly session: {
      readonly id: string;
      readonly sequence: number;
      readonly state: string;
      readonly origin: string;
      readonly channel: string;
      readonly priority: string;
      readonly level: number;
      readonly assignee: string | null;
      readonly customer: string | null;
      /** The reference of the other system that the session belongs to. */
      readonly ticket: string | null;
      readonly outcome: string | null;
    };
    readonly by: Actor;
    /** The promise whose share is used up; absent where the event is no such step. */
    readonly step?: ToldStep;
  };
}

/** A step of a promise: which clock, how much of its target is used up, and when it falls due. */
interface ToldStep {
  readonly clock: string;
  /** Which promise of a clock that repeats, counted from 1. */
  readonly turn: number;
  readonly percent: number;
  /** ISO 8601 in UTC. */
  readonly dueAt: string;
}

/** The call that tells another system of an event; the session is as it stands when it is written. */
export function webhookPayload(
  type: WebhookType,
  session: Session,
  event: SessionEvent,
): WebhookPayload {
  const { id, state, origin, channel, priority, level, assignee, ticket } = session;
  return {
    type,
    timestamp: new Date(event.at).toISOString(),
    data: {
      session: {
        ...{ id, state, origin, channel, priority, level, assignee, ticket },
        sequence: event.sequence,
        customer: session.requester.customer,
        outcome: session.ending?.outcome ?? null,
      },
      by: event.by,
      ...(event.type === 'sla-step' ? { step: told(event) } : {}),
    },
  };
}

type SlaStep = Extract<SessionEvent, { type: 'sla-step' }>;

function told({ clock, turn, percent, dueAt }: SlaStep): ToldStep {
  return { clock, turn, percent, dueAt: new Date(dueAt).toISOString() };
}
