import type { PairedRatio } from './paired-ratio.js';

/** How a figure stands to its goal. */
export type Verdict = 'met' | 'missed' | 'inconclusive';

/** Between which ratios two runs of the same thing must lie for a comparison to mean anything. */
const controlBounds = { low: 0.9, high: 1.1 } as const;

/** Whether a figure that should be small is small enough; nothing can be said of what was not measured. */
export function atMost(figure: number, goal: number): Verdict {
  if (Number.isNaN(figure)) return 'inconclusive';
  return figure <= goal ? 'met' : 'missed';
}

/** Judges a ratio by its median, unless the same thing measured against itself came out different. */
export function ratioVerdict(ratio: PairedRatio, goal: number, control: PairedRatio): Verdict {
  const steady = control.median >= controlBounds.low && control.median <= controlBounds.high;
  return steady ? atMost(ratio.median, goal) : 'inconclusive';
}

/** The verdict over several figures of one goal: as bad as the worst of them. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('inconclusive')) return 'inconclusive';
  return verdicts.includes('missed') ? 'missed' : 'met';
}
