import { interleave, type Repetitions, type Timed } from '../measure/interleave.js';
import { pairedRatio, ratioText } from '../measure/paired-ratio.js';
import { median, percentile } from '../measure/percentile.js';
import type { Finding } from '../measure/result.js';
import { ratioVerdict } from '../measure/verdict.js';

const extents = {
  full: { warmUp: 20, blocks: 10, runsEach: 30 },
  quick: { warmUp: 5, blocks: 3, runsEach: 10 },
} as const satisfies Record<string, Repetitions>;

/** What is compared: ours, the least that it could be, and that same least once more as a control. */
export interface Comparison {
  readonly ours: Timed;
  readonly bare: Timed;
  readonly control: Timed;
  /** What lies between the two and says where the time goes. */
  readonly between?: Timed;
}

/** Compares ours with the bare thing, at p50. */
export async function timedRatio(
  { ours, bare, control, between }: Comparison,
  { id, what, goal, quick }: { id: string; what: string; goal: number; quick: boolean },
): Promise<Finding> {
  const things = [ours, ...(between ? [between] : []), bare, control];
  const blocks = await interleave(things, extents[quick ? 'quick' : 'full']);
  const timesOf = ({ name }: Timed) => blocks.get(name) ?? [];
  const medians = (thing: Timed) => timesOf(thing).map(median);
  const ratio = pairedRatio(medians(ours), medians(bare));
  const steady = pairedRatio(medians(control), medians(bare));
  const rows = things.map((thing) => rowOf(thing.name, timesOf(thing).flat()));
  return {
    id,
    what,
    figure: ratioText(ratio),
    goal: `≤ ${goal}`,
    verdict: ratioVerdict(ratio, goal, steady),
    details: [
      {
        title: `Milliseconds; the control is ${ratioText(steady)}.`,
        columns: ['', 'p50', 'p90', 'p99', 'runs'],
        rows,
      },
    ],
  };
}

function rowOf(name: string, times: readonly number[]): string[] {
  const shares = [0.5, 0.9, 0.99].map((share) => percentile(times, share).toFixed(1));
  return [name, ...shares, String(times.length)];
}
