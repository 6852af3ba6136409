import type { SessionEvent } from '../session/events.js';
import type { CloseOutcome, Instant, Priority } from '../session/vocabulary.js';
import type { PromiseReading } from './clock.js';
import { inOrder } from './in-order.js';
import { type Measures, measuresOf } from './measures.js';
import type { Promises } from './promises.js';

/** What a report knows of a session at an instant: where it belongs, how it stands to its promises, its durations. */
export interface SessionFacts extends Measures {
  readonly requestedAt: Instant;
  /** The instant of the last event that is known. */
  readonly lastAt: Instant;
  readonly sequence: number;
  readonly channel: string;
  readonly priority: Priority;
  readonly customer: string | null;
  readonly technician: string | null;
  readonly outcome: CloseOutcome | 'expired' | 'open';
  readonly clocks: string;
}

/** The facts from a session's events up to an instant; null when it was not requested by then. */
export function factsOf(
  events: readonly SessionEvent[],
  promises: Promises | null,
  until: Instant,
): SessionFacts | null {
  const known = inOrder(events, until);
  const last = known.at(-1);
  const [requested] = known;
  if (requested?.type !== 'requested' || last === undefined) return null;
  const place = known.reduce<Place>(placeAfter, {
    channel: requested.channel,
    priority: requested.priority,
    technician: requested.assignee,
    outcome: 'open',
  });
  return {
    requestedAt: requested.at,
    lastAt: last.at,
    sequence: last.sequence,
    customer: requested.requester.customer,
    ...place,
    clocks: promises ? outcomesOf(promises.readings(known, until)) : '',
    ...measuresOf(known, until),
  };
}

type Place = Pick<SessionFacts, 'channel' | 'priority' | 'technician' | 'outcome'>;

function placeAfter(place: Place, event: SessionEvent): Place {
  switch (event.type) {
    case 'claimed':
    case 'taken-over':
      return { ...place, technician: event.technician };
    case 'transferred':
      return { ...place, channel: event.channel, technician: event.assignee };
    case 'priority-changed':
      return { ...place, priority: event.priority };
    case 'closed':
      return { ...place, outcome: event.outcome };
    case 'abandoned':
      return { ...place, outcome: 'abandoned' };
    case 'expired':
      return { ...place, outcome: 'expired' };
    case 'reopened':
      return { ...place, outcome: 'open' };
    default:
      return place;
  }
}

/**
 * How every promise came out, as one short text: `first-response=kept;next-response=kept,missed`. Few
 * of them are different, so that a report counts a million sessions by a few dozen texts. A promise
 * that may still be missed after the last event names its due instant: `resolution=open@1764…`.
 */
export function outcomesOf(readings: readonly PromiseReading[]): string {
  const names = [...new Set(readings.map(({ name }) => name))];
  return names
    .map((name) => {
      const turns = readings.filter((reading) => reading.name === name).map(outcomeOf);
      return `${name}=${turns.join(',')}`;
    })
    .join(';');
}

function outcomeOf({ state, dueAt }: PromiseReading): string {
  switch (state) {
    case 'met':
      return 'kept';
    case 'running':
      return `open@${dueAt ?? ''}`;
    case 'paused':
      return 'open@';
    case 'missed':
    case 'cancelled':
    case 'not-started':
      return state;
  }
}
