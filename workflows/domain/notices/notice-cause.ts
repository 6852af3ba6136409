import type { SessionEvent } from '../session/events.js';
import { stepOfRule } from '../sla/step-key.js';
import type { NoticeKind } from './notice-kinds.js';

/** Why somebody is told, where the kind of a notice leaves that open. */
export interface NoticeCause {
  /** The level that the session was raised to; null where it was not raised. */
  readonly level: number | null;
  /** What the person gave as reason who raised it, in their own words. */
  readonly reason: string | null;
  /** The channel's rule that raised it, by its name. */
  readonly rule: string | null;
  /** The promise, and how much of it is used up. */
  readonly promise: { readonly clock: string; readonly percent: number } | null;
}

/** The kinds of notices that have a cause. */
export const causedKinds = ['escalated', 'sla'] as const satisfies readonly NoticeKind[];

/** Why somebody is told of an event in a notice of this kind; null where the kind says it all. */
export function causeOf(kind: NoticeKind, event: SessionEvent): NoticeCause | null {
  if (kind === 'escalated' && event.type === 'escalated') return raised(event);
  if (kind !== 'sla' || event.type !== 'sla-step') return null;
  const { clock, percent } = event;
  return { level: null, reason: null, rule: null, promise: { clock, percent } };
}

type Escalated = Extract<SessionEvent, { type: 'escalated' }>;

function raised({ level, reason, rule }: Escalated): NoticeCause {
  const step = rule === undefined ? null : stepOfRule(rule);
  if (!step) return { level, reason, rule: rule ?? null, promise: null };
  return { level, reason, rule: null, promise: { clock: step.clock, percent: step.percent } };
}
