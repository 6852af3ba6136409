import { seededChance } from './chance.js';
import { median, percentile } from './percentile.js';

/** The median of paired ratios with its 95 % interval. */
export interface PairedRatio {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
}

const resamples = 10_000;

/** Divides each value by its partner, measured beside it, and takes the median with a bootstrap interval over the pairs. */
export function pairedRatio(
  values: readonly number[],
  partners: readonly number[],
  seed = 1,
): PairedRatio {
  if (values.length !== partners.length) throw new Error('A value has no partner.');
  const ratios = values.map((value, index) => value / (partners[index] ?? NaN));
  const medians = resampledMedians(ratios, seed);
  return {
    median: median(ratios),
    low: percentile(medians, 0.025),
    high: percentile(medians, 0.975),
    pairs: ratios.length,
  };
}

/** What the median would have been had the same pairs been drawn by chance again. */
function resampledMedians(ratios: readonly number[], seed: number): number[] {
  const chance = seededChance(seed);
  const draw = (): number => ratios[Math.floor(chance() * ratios.length)] ?? NaN;
  return Array.from({ length: resamples }, () => median(ratios.map(draw)));
}

/** A ratio as people read it: `0.42 (0.40–0.45)`. */
export function ratioText({ median: middle, low, high }: PairedRatio): string {
  return `${middle.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
