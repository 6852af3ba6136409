import { createHash } from 'node:crypto';

/** The text of a policy's files by their path below its directory. */
export type PolicyFiles = ReadonlyMap<string, string>;

/** The file of Casbin's model; a policy that brings none is asked by the one that comes with Mayday. */
export const modelFile = 'model.conf';

/** A name for exactly these files, expectations and remarks included. */
export function digestOf(files: PolicyFiles): string {
  const hash = createHash('sha256');
  for (const [file, text] of inOrder(files)) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

/** The files in the order of their paths. */
export function inOrder(files: PolicyFiles): readonly (readonly [file: string, text: string])[] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}
