import type { PartName } from '../../deploy/supervisor/part.js';
import { partNames } from '../../deploy/supervisor/settings/part-names.mjs';
import { seededChance } from '../measure/chance.js';

/** The steps of a session at which something may be killed, in their order. */
export const stepNames = ['invite', 'join', 'claim', 'start', 'say', 'hold', 'close'] as const;
export type StepName = (typeof stepNames)[number];

/** What is killed, at which step, and how many milliseconds after the step was sent; null is before it. */
export interface Fault {
  readonly part: PartName;
  readonly step: StepName;
  readonly afterMs: number | null;
}

/** Every part at every step, before it and while it is under way, in an order by chance; then again with other moments. */
export function faults(seed: number, runs: number): readonly Fault[] {
  const chance = seededChance(seed);
  const planned: Fault[] = [];
  while (planned.length < runs) planned.push(...shuffled(everyFault(chance), chance));
  return planned.slice(0, runs);
}

function everyFault(chance: () => number): Fault[] {
  return partNames.flatMap((part) =>
    stepNames.flatMap((step) => [
      { part, step, afterMs: null },
      { part, step, afterMs: Math.floor(chance() * 60) },
    ]),
  );
}

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
