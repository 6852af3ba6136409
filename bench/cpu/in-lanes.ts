/** How many are under way at the same time. */
const lanes = 8;

/** Does something so many times, several at a time; answers what each came to. */
export async function inLanes<T>(
  times: number,
  work: (count: number) => Promise<T>,
): Promise<readonly T[]> {
  const done: T[] = [];
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < times) {
      const count = begun;
      begun += 1;
      done[count] = await work(count);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
