import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of every file below a directory by its path there, in order. Links are followed, as mounted
 * configuration consists of them; what is hidden is left out, and so is a link to nowhere or in a circle.
 */
export function listFiles(directory: string): ReadonlyMap<string, string> {
  return new Map(
    [...pathsBelow(directory, '', [])]
      .sort()
      .map((path) => [path, readFileSync(join(directory, path), 'utf8')]),
  );
}

function pathsBelow(root: string, folder: string, above: readonly string[]): readonly string[] {
  const real = realpathSync(join(root, folder));
  if (above.includes(real)) return [];
  return readdirSync(real).flatMap((name) => {
    if (name.startsWith('.')) return [];
    const path = folder === '' ? name : `${folder}/${name}`;
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found?.isDirectory()) return pathsBelow(root, path, [...above, real]);
    return found?.isFile() ? [path] : [];
  });
}
