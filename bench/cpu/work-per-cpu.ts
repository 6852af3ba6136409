import { cpuSeconds } from '../measure/cpu-time.js';
import { rotated } from '../measure/interleave.js';
import { pairedRatio, ratioText } from '../measure/paired-ratio.js';
import { median } from '../measure/percentile.js';
import type { Finding } from '../measure/result.js';
import { largeRatioVerdict } from '../measure/verdict.js';

/** How much was done, in whatever is counted. */
export type Worked = number;

/** A process that works when it is given something to do. */
export interface Worker {
  readonly name: string;
  readonly pid: number;
  /** Gives it one block of work and resolves when that is done, with how much it was. */
  readonly run: () => Promise<Worked>;
}

/** What is compared: ours, the least that it could be, and that same least once more as a control. */
export interface Workers {
  readonly ours: Worker;
  readonly bare: Worker;
  readonly control: Worker;
}

/** What is said of a comparison. */
export interface About {
  readonly id: string;
  readonly what: string;
  readonly goal: number;
  readonly blocks: number;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly about: string;
}

/** Compares how much processes do in a CPU second of theirs. */
export async function workPerCpu(
  { ours, bare, control }: Workers,
  { id, what, goal, blocks, unit, about }: About,
): Promise<Finding> {
  const workers = [ours, bare, control];
  const rates = new Map<string, number[]>(workers.map(({ name }) => [name, []]));
  for (const worker of workers) await rateOf(worker); // Warms up.
  for (let count = 0; count < blocks; count += 1) {
    for (const worker of rotated(workers, count)) {
      rates.get(worker.name)?.push(await rateOf(worker));
    }
  }
  const of = ({ name }: Worker) => rates.get(name) ?? [];
  const ratio = pairedRatio(of(ours), of(bare));
  const steady = pairedRatio(of(control), of(bare));
  return {
    id,
    what,
    figure: ratioText(ratio),
    goal: `≥ ${goal}`,
    verdict: largeRatioVerdict(ratio, goal, steady),
    details: [
      {
        title: `${unit} per CPU second; the control is ${ratioText(steady)}. ${about}`,
        columns: ['', 'median', 'least', 'most', 'CPU µs for each'],
        rows: workers.map((worker) => rowOf(worker.name, of(worker))),
      },
    ],
  };
}

/** Work done in a CPU second of the process. */
async function rateOf({ pid, run }: Worker): Promise<number> {
  const before = cpuSeconds([pid]);
  const worked = await run();
  return worked / (cpuSeconds([pid]) - before);
}

function rowOf(name: string, rates: readonly number[]): string[] {
  const middle = median(rates);
  const cells = [middle, Math.min(...rates), Math.max(...rates), 1_000_000 / middle];
  return [name, ...cells.map((cell) => cell.toFixed(0))];
}
