const seconds = 1_000;
const hours = 3_600 * seconds;
const mostTries = 10;

/**
 * How long a delivery waits after so many tries in vain, in milliseconds: half a minute, two, eight, half
 * an hour, two hours, then six each time, for more than a day in all. Null once nobody tries any more.
 */
export function waitAfter(tries: number): number | null {
  return tries < mostTries ? Math.min(30 * seconds * 4 ** (tries - 1), 6 * hours) : null;
}
