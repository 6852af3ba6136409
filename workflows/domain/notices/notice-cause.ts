import type { SessionEvent } from '../session/events.js';
import { stepOfRule } from '../sla/step-key.js';
import type { NoticeKind } from './notice-kinds.js';

/** Why somebody is told, where the kind of a notice leaves that open. */
export type NoticeCause = PersonalCause | RuleCause | PromiseCause;

/** A person raised the session. */
interface PersonalCause {
  readonly by: 'person';
  readonly level: number;
  /** What they gave as reason, in their own words; null where they gave none. */
  readonly reason: string | null;
}

/** A rule of the channel raised the session. */
interface RuleCause {
  readonly by: 'rule';
  readonly level: number;
  /** The rule's name. */
  readonly rule: string;
}

/** A share of what is promised is used up. */
interface PromiseCause {
  readonly by: 'promise';
  /** The level that the session was raised to for it; null where it was not raised. */
  readonly level: number | null;
  readonly clock: string;
  readonly percent: number;
}

/** The kinds of notices that have a cause. */
export const causedKinds = ['escalated', 'sla'] as const satisfies readonly NoticeKind[];

/** Whether notices of a kind have a cause, which their event tells. */
export function hasCause(kind: NoticeKind): boolean {
  return causedKinds.some((one) => one === kind);
}

/** Why somebody is told of an event in a notice of this kind; null where the kind says it all. */
export function causeOf(kind: NoticeKind, event: SessionEvent): NoticeCause | null {
  if (kind === 'escalated' && event.type === 'escalated') return raised(event);
  return kind === 'sla' && event.type === 'sla-step' ? usedUp(event, null) : null;
}

function raised({
  level,
  reason,
  rule,
}: Extract<SessionEvent, { type: 'escalated' }>): NoticeCause {
  if (rule === undefined) return { by: 'person', level, reason };
  const step = stepOfRule(rule);
  return step ? usedUp(step, level) : { by: 'rule', level, rule };
}

function usedUp(
  { clock, percent }: Pick<PromiseCause, 'clock' | 'percent'>,
  level: number | null,
): PromiseCause {
  return { by: 'promise', level, clock, percent };
}
