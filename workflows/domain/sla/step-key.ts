import type { DueStep } from './clock.js';

type NamedStep = Pick<DueStep, 'clock' | 'turn' | 'percent'>;

/** The name under which a step is taken once: its clock, which of its turns, and the share. */
export function stepKeyOf({ clock, turn, percent }: NamedStep): string {
  return `${clock}#${turn}@${percent}`;
}

/** The name of the rule by which a step of a promise raises a session. */
export function stepRuleOf(step: NamedStep): string {
  return `${prefix}${stepKeyOf(step)}`;
}

/** The step that a rule's name stands for; null where the rule is a channel's own. */
export function stepOfRule(rule: string): NamedStep | null {
  if (!rule.startsWith(prefix)) return null;
  const { clock, turn, percent } = written.exec(rule.slice(prefix.length))?.groups ?? {};
  if (clock === undefined) return null;
  return { clock, turn: Number(turn), percent: Number(percent) };
}

const prefix = 'sla:';
const written = /^(?<clock>.+)#(?<turn>\d+)@(?<percent>[\d.]+)$/;
