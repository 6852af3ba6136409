/** Something that takes time. */
export interface Timed {
  readonly name: string;
  /** Makes ready for one run; its time does not count. */
  readonly prepare?: () => Promise<void>;
  readonly run: () => Promise<void>;
}

/** How much is timed. */
export interface Repetitions {
  readonly warmUp: number;
  readonly blocks: number;
  readonly runsEach: number;
}

/** Milliseconds by name, in blocks that were run side by side. */
export type TimedBlocks = ReadonlyMap<string, readonly (readonly number[])[]>;

/** Times things in turn, one run each and beginning with another one each time; the warm-up is dropped. */
export async function interleave(
  things: readonly Timed[],
  { warmUp, blocks, runsEach }: Repetitions,
): Promise<TimedBlocks> {
  await block(things, warmUp);
  const done = new Map<string, number[][]>(things.map(({ name }) => [name, []]));
  for (let count = 0; count < blocks; count += 1) {
    for (const [name, times] of await block(things, runsEach)) done.get(name)?.push(times);
  }
  return done;
}

async function block(things: readonly Timed[], runs: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(things.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const thing of rotated(things, run)) times.get(thing.name)?.push(await timeOf(thing));
  }
  return times;
}

async function timeOf({ prepare, run }: Timed): Promise<number> {
  await prepare?.();
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** The items in the same order, beginning with another one. */
export function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
