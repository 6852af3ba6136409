const memory = 60_000;
const longest = 10_000;

/** Milliseconds to wait before a process that died at these instants is started again: none after the first death within a minute, then twice as long after each. */
export function restartDelay(deaths: readonly number[], now: number): number {
  const recent = deaths.filter((death) => now - death < memory).length;
  return recent <= 1 ? 0 : Math.min(longest, 125 * 2 ** (recent - 1));
}
