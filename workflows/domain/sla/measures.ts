import type { SessionEvent } from '../session/events.js';
import type { Instant } from '../session/vocabulary.js';
import { type Handling, handlingOf } from './handling.js';
import { inOrder } from './in-order.js';

/** The durations of a session in milliseconds; null where it did not come to that. `docs/sla.md` defines each. */
export interface Measures extends Handling {
  readonly readyMs: number | null;
  readonly firstResponseMs: number | null;
  readonly firstPictureMs: number | null;
  readonly resolutionMs: number | null;
  readonly totalResolutionMs: number | null;
  /** One for each turn of the user that was answered, in order. */
  readonly nextResponseMs: readonly number[];
  /** Turns of the user that ended without an answer, or wait for one. */
  readonly unanswered: number;
  readonly transfers: number;
  readonly abandoned: boolean;
}

/** What a session's events up to an instant amount to; later ones count for nothing. */
export function measuresOf(events: readonly SessionEvent[], until: Instant): Measures {
  const known = inOrder(events, until);
  const begun = known.find(({ type }) => type === 'requested')?.at ?? until;
  const since = (...types: readonly SessionEvent['type'][]): number | null => {
    const first = known.find(({ type }) => types.includes(type));
    return first ? first.at - begun : null;
  };
  const turns = turnsOf(known);
  return {
    readyMs: since('device-joined'),
    firstResponseMs: since('answered', 'technician-wrote'),
    firstPictureMs: since('connected'),
    ...resolutionOf(known, begun),
    nextResponseMs: turns.filter((turn) => turn !== null),
    unanswered: turns.filter((turn) => turn === null).length,
    transfers: known.filter(({ type }) => type === 'transferred').length,
    abandoned: known.some(({ type }) => type === 'abandoned'),
    ...handlingOf(known, until),
  };
}

/** How long each turn of the user waited for the technician's next word; null where none came. */
function turnsOf(events: readonly SessionEvent[]): readonly (number | null)[] {
  const turns: (number | null)[] = [];
  let asked: Instant | null = null;
  for (const { type, at } of events) {
    if (type === 'user-wrote') asked ??= at;
    if (asked !== null && type === 'technician-wrote') {
      turns.push(at - asked);
      asked = null;
    }
    if (asked !== null && endings.has(type)) {
      turns.push(null);
      asked = null;
    }
  }
  return asked === null ? turns : [...turns, null];
}

const endings: ReadonlySet<string> = new Set(['closed', 'abandoned', 'expired']);

/** From the request to the first closing, and to the last without the time for which it was closed. */
function resolutionOf(
  events: readonly SessionEvent[],
  begun: Instant,
): Pick<Measures, 'resolutionMs' | 'totalResolutionMs'> {
  let first: number | null = null;
  let total: number | null = null;
  let closedFor = 0;
  let closedAt: Instant | null = null;
  for (const { type, at } of events) {
    if (type === 'closed') {
      first ??= at - begun;
      total = at - begun - closedFor;
      closedAt = at;
    } else if (type === 'reopened' && closedAt !== null) {
      closedFor += at - closedAt;
      closedAt = null;
      total = null;
    }
  }
  return { resolutionMs: first, totalResolutionMs: total };
}
