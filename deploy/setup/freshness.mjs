import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from './project.mjs';

const ignored = new Set(['node_modules', 'build', '.git', '.angular', '.mayday']);

/** A short text that changes when any file under the given paths of the clone is added, removed or written. */
export function fingerprint(paths) {
  return fingerprintOf(paths, () => true);
}

/** The same without the files that only tests use. */
export function productFingerprint(paths) {
  return fingerprintOf(paths, (path) => !/\.spec\.ts$|-testing\.ts$/.test(path));
}

function fingerprintOf(paths, counts) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, path, counts);
  return hash.digest('hex');
}

/** Whether the named step was last done for this fingerprint. */
export function isFresh(name, print) {
  try {
    return readFileSync(stampOf(name), 'utf8') === print;
  } catch {
    return false; // Never done: there is no stamp to read.
  }
}

/** Records that the named step was done for this fingerprint. */
export function markFresh(name, print) {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), print);
}

function stampOf(name) {
  return join(project, 'build/.stamps', name);
}

function addPath(hash, path, counts) {
  const found = statSync(join(project, path), { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) {
    if (counts(path)) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(project, path)).sort()) {
    if (!ignored.has(name)) addPath(hash, `${path}/${name}`, counts);
  }
}
