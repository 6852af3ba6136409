import type { SessionEvent } from '../session/events.js';
import type { HoldReason, Instant } from '../session/vocabulary.js';

/** Milliseconds for which each technician had the session, and for which it was on hold, by reason. */
export interface Handling {
  readonly handlingMs: Readonly<Record<string, number>>;
  readonly holdMs: Readonly<Partial<Record<HoldReason, number>>>;
}

interface Standing {
  readonly open: boolean;
  readonly owner: string | null;
  readonly hold: HoldReason | null;
}

/** Who had a session for how long without holds, and how long it was held. The events are in order. */
export function handlingOf(events: readonly SessionEvent[], until: Instant): Handling {
  const handling = new Map<string, number>();
  const holds = new Map<HoldReason, number>();
  let standing: Standing = { open: false, owner: null, hold: null };
  let since: Instant = events[0]?.at ?? until;
  const count = (to: Instant): void => {
    const { open, owner, hold } = standing;
    if (!open) return;
    if (hold !== null) holds.set(hold, (holds.get(hold) ?? 0) + to - since);
    else if (owner !== null) handling.set(owner, (handling.get(owner) ?? 0) + to - since);
  };
  for (const event of events) {
    count(event.at);
    standing = after(standing, event);
    since = event.at;
  }
  count(until);
  return {
    handlingMs: Object.fromEntries([...handling].toSorted(byName)),
    holdMs: Object.fromEntries([...holds].toSorted(byName)),
  };
}

function after(before: Standing, event: SessionEvent): Standing {
  switch (event.type) {
    case 'requested':
      return { open: true, owner: event.assignee, hold: null };
    case 'claimed':
    case 'taken-over':
      return { ...before, owner: event.technician };
    case 'transferred':
      return { ...before, owner: event.assignee };
    case 'held':
      return { ...before, hold: event.reason };
    case 'resumed':
      return { ...before, hold: null };
    case 'closed':
    case 'abandoned':
    case 'expired':
      return { ...before, open: false, hold: null };
    case 'reopened':
      return { ...before, open: true, hold: null };
    default:
      return before;
  }
}

function byName([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return one < other ? -1 : 1;
}
