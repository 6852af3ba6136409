/** A time at which a policy came into force. */
export interface InForce {
  /** Ascending in the order in which they came into force. */
  readonly id: number;
  /** The hash of what decides of the policy that came into force: its model, roles and switches. */
  readonly revision: string;
  /** The earlier time that this one took the desk back to, or null. */
  readonly restores: number | null;
}

/**
 * The policies that taking back leads to, one after the other, nearest first. Each is of another
 * revision than the one before it, so that nobody takes back and changes nothing; and none was itself taken
 * back, so that doing it once more leads further back, never forth again.
 */
export function wayBack<T extends InForce>(history: readonly T[]): readonly T[] {
  const standing: T[] = [];
  for (const entry of history.toSorted((one, other) => one.id - other.id)) {
    const restored = standing.findIndex((one) => isRestoredBy(entry, one));
    if (restored >= 0) {
      standing.length = restored + 1;
      continue;
    }
    // Other expectations only: the newest files of a revision stand for it.
    if (standing.at(-1)?.revision === entry.revision) standing.pop();
    standing.push(entry);
  }
  return standing.slice(0, -1).reverse();
}

/** A policy stands with its newest files, also for a taking back from before those came. */
function isRestoredBy({ restores, revision }: InForce, one: InForce): boolean {
  return restores !== null && one.id >= restores && one.revision === revision;
}
