import type { Instant } from '../session/vocabulary.js';
import type { ClockEvent, ClockTerms } from './clock.js';
import { inOrder } from './in-order.js';
import type { OpenStretch } from './open-hours.js';

/** Why a stretch of a session's time was counted by a clock, or was not. */
export type Why = 'counted' | 'out-of-hours' | 'on-hold' | 'not-started' | 'stopped' | 'cancelled';

/** A stretch of time, end exclusive, and what a clock made of it. */
export interface Explained {
  readonly from: Instant;
  readonly to: Instant;
  readonly why: Why;
  /** With `on-hold`: the reason of the hold. */
  readonly reason: string | null;
}

/** Tells open hours between two instants, in order. */
export interface OpenBetween {
  between(from: Instant, to: Instant): readonly OpenStretch[];
}

type Phase = 'not-started' | 'going' | 'stopped' | 'cancelled';

interface Standing {
  readonly phase: Phase;
  readonly hold: string | null;
}

/**
 * Every moment from a session's first event to `now` and what a clock made of it, without a gap. The
 * counted stretches add up to the clock's counted time. It walks a way of its own, so that it checks
 * the clock as much as it explains it.
 */
export function explainClock(
  terms: ClockTerms,
  hours: OpenBetween,
  events: readonly ClockEvent[],
  now: Instant,
): readonly Explained[] {
  const known = inOrder(events, now);
  let standing: Standing = { phase: 'not-started', hold: null };
  const stretches = known.flatMap((event, index) => {
    standing = after(terms, standing, event);
    const to = known[index + 1]?.at ?? now;
    return stretch(terms, standing, hours, { from: event.at, to });
  });
  return stretches.reduce<Explained[]>(joined, []);
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

function stretch(
  terms: ClockTerms,
  { phase, hold }: Standing,
  hours: OpenBetween,
  span: Span,
): readonly Explained[] {
  if (span.from >= span.to) return [];
  if (phase !== 'going') return [{ ...span, why: phase, reason: null }];
  if (hold !== null && terms.pause.includes(hold)) {
    return [{ ...span, why: 'on-hold', reason: hold }];
  }
  return terms.hours === 'always'
    ? [{ ...span, why: 'counted', reason: null }]
    : byHours(hours, span);
}

function byHours(hours: OpenBetween, { from, to }: Span): readonly Explained[] {
  const stretches: Explained[] = [];
  let at = from;
  for (const { start, end } of hours.between(from, to)) {
    if (at < start) stretches.push({ from: at, to: start, why: 'out-of-hours', reason: null });
    stretches.push({ from: start, to: end, why: 'counted', reason: null });
    at = end;
  }
  if (at < to) stretches.push({ from: at, to, why: 'out-of-hours', reason: null });
  return stretches;
}

function after(terms: ClockTerms, before: Standing, event: ClockEvent): Standing {
  return {
    phase: phaseAfter(terms, before.phase, event.type),
    hold: holdAfter(before.hold, event),
  };
}

function phaseAfter(terms: ClockTerms, before: Phase, type: string): Phase {
  const going = before === 'going';
  let phase = before;
  if (going && terms.stop.includes(type)) phase = 'stopped';
  if ((phase === 'going' || phase === 'not-started') && terms.cancel.includes(type)) {
    phase = 'cancelled';
  }
  if (phase === 'not-started' && terms.start.includes(type)) phase = 'going';
  const resumes = type === 'reopened' && terms.resumesOnReopen && phase === 'stopped';
  return resumes ? 'going' : phase;
}

function holdAfter(before: string | null, { type, reason }: ClockEvent): string | null {
  if (type === 'held') return reason ?? null;
  return type === 'resumed' || type === 'closed' || type === 'reopened' ? null : before;
}

/** Stretches that say the same and touch are one. */
function joined(before: Explained[], next: Explained): Explained[] {
  const last = before.at(-1);
  if (last?.why !== next.why || last.reason !== next.reason || last.to !== next.from) {
    before.push(next);
    return before;
  }
  before[before.length - 1] = { ...last, to: next.to };
  return before;
}
