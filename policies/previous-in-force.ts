/** A time at which a policy came into force. */
export interface InForce {
  /** Ascending in the order in which they came into force. */
  readonly id: number;
  /** The files that came into force. */
  readonly digest: string;
  /** The earlier time that this one took the desk back to, or null. */
  readonly restores: number | null;
}

/**
 * The time that taking back leads to: the last one before what is in force now that had other files.
 * Taking back once more leads further back, never forth again. Null where nothing was before.
 */
export function previousInForce<T extends InForce>(history: readonly T[]): T | null {
  const now = history.reduce<T | null>(
    (last, one) => (last && last.id > one.id ? last : one),
    null,
  );
  if (now === null) return null;
  const from = now.restores ?? now.id;
  const before = history
    .filter(({ id, digest }) => id < from && digest !== now.digest)
    .sort((one, other) => other.id - one.id)[0];
  if (before === undefined) return null;
  // What was itself a taking back stands for the time that it led to.
  return history.find(({ id }) => id === before.restores) ?? before;
}
