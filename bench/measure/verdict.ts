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

/** Whether a figure that should be large is large enough. */
export function atLeast(figure: number, goal: number): Verdict {
  return atMost(-figure, -goal);
}

/** Judges a ratio that should be small by its median, unless the same thing measured against itself came out different. */
export function ratioVerdict(ratio: PairedRatio, goal: number, control: PairedRatio): Verdict {
  return isSteady(control) ? atMost(ratio.median, goal) : 'inconclusive';
}

/** The same for a ratio that should be large. */
export function largeRatioVerdict(ratio: PairedRatio, goal: number, control: PairedRatio): Verdict {
  return isSteady(control) ? atLeast(ratio.median, goal) : 'inconclusive';
}

function isSteady({ median }: PairedRatio): boolean {
  return median >= controlBounds.low && median <= controlBounds.high;
}

/** The verdict over several figures of one goal: as bad as the worst of them. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('inconclusive')) return 'inconclusive';
  return verdicts.includes('missed') ? 'missed' : 'met';
}
