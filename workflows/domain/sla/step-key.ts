import type { DueStep } from './clock.js';

/** The name under which a step is taken once: its clock, which of its turns, and the share. */
export function stepKeyOf({
  clock,
  turn,
  percent,
}: Pick<DueStep, 'clock' | 'turn' | 'percent'>): string {
  return `${clock}#${turn}@${percent}`;
}
