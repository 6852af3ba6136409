import type { SessionEvent, SessionFact } from '../../workflows/domain/session/events.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';

/** An event as its table keeps it: what every event has in columns, the rest as `data`. */
export interface EventRow {
  readonly type: SessionEvent['type'];
  readonly sequence: number;
  readonly at: Date;
  readonly by: Actor;
  readonly data: Record<string, unknown>;
}

/** An event ready to be stored. */
export function storedOf(event: SessionEvent): EventRow {
  const { type, sequence, at, by, ...data } = event;
  return { type, sequence, at: new Date(at), by, data };
}

/** The event that a row holds; the append put it there whole, and rows never change. */
export function eventOf({ type, sequence, at, by, data }: EventRow): SessionEvent {
  const fact = { ...data, type } as SessionFact;
  return { ...fact, sequence, at: at.getTime(), by };
}
