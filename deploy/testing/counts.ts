/** How many specs did what. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The counts of several suites together. */
export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
  };
}

/** Reads the counts that another process wrote as JSON; undefined when it wrote none. */
export function parseCounts(text: string): Counts | undefined {
  const found: unknown = JSON.parse(text);
  if (typeof found !== 'object' || found === null) return undefined;
  if (!('passed' in found) || !('failed' in found)) return undefined;
  const { passed, failed } = found;
  return typeof passed === 'number' && typeof failed === 'number' ? { passed, failed } : undefined;
}
