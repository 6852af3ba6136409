import type { ClockEvent, PromisedClock } from './clock.js';

/**
 * The events of a session as each promise of a clock hears them. A clock that repeats begins a new
 * promise with every start that finds the one before stopped; to that promise what came earlier is
 * mute, but for holds, which belong to the session.
 */
export function turnsOf(
  clock: PromisedClock,
  events: readonly ClockEvent[],
): readonly (readonly ClockEvent[])[] {
  if (!clock.repeats) return [events];
  const starts = startsOf(clock, events);
  if (starts.length === 0) return [events];
  return starts.map((first) => [...events.slice(0, first).map(muted), ...events.slice(first)]);
}

/** The places of the events that begin a promise. */
function startsOf(clock: PromisedClock, events: readonly ClockEvent[]): readonly number[] {
  const starts: number[] = [];
  let going = false;
  for (const [index, { type }] of events.entries()) {
    if (going && (clock.stop.includes(type) || clock.cancel.includes(type))) going = false;
    else if (!going && clock.start.includes(type)) {
      going = true;
      starts.push(index);
    }
  }
  return starts;
}

function muted(event: ClockEvent): ClockEvent {
  if (event.type === 'held' || event.type === 'retargeted') return event;
  const endsHold = event.type === 'closed' || event.type === 'reopened';
  return { ...event, type: endsHold ? 'resumed' : 'muted' };
}
