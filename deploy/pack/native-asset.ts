import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getRawAsset } from 'node:sea';

/** Loads a native module that this one-file program carries, from a copy in the user's cache folder. */
export function nativeAsset(name: string): unknown {
  const module = { exports: {} };
  process.dlopen(module, unpacked(name, new Uint8Array(getRawAsset(name))));
  return module.exports;
}

/** The system loads libraries from files only. A file that is there counts only when its content is the very same. */
function unpacked(name: string, content: Uint8Array): string {
  const hash = hashOf(content);
  const folder = join(cacheFolder(), 'mayday-helper', hash.slice(0, 32));
  const file = join(folder, name);
  if (isThere(file, hash)) return file;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o700 });
  renameSync(unfinished, file);
  return file;
}

function isThere(file: string, hash: string): boolean {
  try {
    return hashOf(readFileSync(file)) === hash;
  } catch {
    // The first start, or a cache that was emptied.
    return false;
  }
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function cacheFolder(): string {
  return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
}
