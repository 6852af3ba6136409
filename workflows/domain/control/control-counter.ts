/** Milliseconds of the clock for one count: they pass slower than messages can be sent. */
const tick = 4;

/**
 * The counter of a message (32 bits) after the last one, or of the first. It is never behind the time, so that of several
 * windows, or of one that begins anew under the same key, the newest input counts.
 * @param now milliseconds since 1970
 */
export function nextCounter(last: number | null, now: number): number {
  const ticks = Math.floor(now / tick) >>> 0;
  return last === null ? ticks : Math.max(last + 1, ticks);
}
