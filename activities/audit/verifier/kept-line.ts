import type * as Log from '../bundle.js';

/** Whether something has the form of a line of the file of checkpoints. */
export function isKeptLine(value: unknown): value is Log.KeptLine {
  if (typeof value !== 'object' || value === null) return false;
  const { log, at, key, signature, size, root, restored } = value as Partial<
    Log.Head & Log.Restored
  >;
  if (![log, at, key, signature].every((text) => typeof text === 'string')) return false;
  if (restored) return typeof restored.kept === 'number' && typeof restored.lost === 'number';
  return typeof size === 'number' && typeof root === 'string';
}
