import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getAsset, getRawAsset } from 'node:sea';

const pieceBytes = 65_536;

/** Loads a native module that this one-file program carries, from a copy in the user's cache folder. */
export function nativeAsset(name: string): unknown {
  const module = { exports: {} };
  process.dlopen(module, unpacked(name));
  return module.exports;
}

/**
 * The system loads libraries from files only. A file that is there counts only when its content is the very same;
 * its hash is carried along, since whoever reads what is carried has it in memory from then on.
 */
function unpacked(name: string): string {
  const hash = getAsset(`${name}.sha256`, 'utf8');
  const folder = join(cacheFolder(), 'mayday-helper', hash.slice(0, 32));
  const file = join(folder, name);
  if (isThere(file, hash)) return file;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, new Uint8Array(getRawAsset(name)), { mode: 0o700 });
  renameSync(unfinished, file);
  return file;
}

function isThere(file: string, hash: string): boolean {
  try {
    return hashOf(file) === hash;
  } catch {
    // The first start, or a cache that was emptied.
    return false;
  }
}

function hashOf(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(pieceBytes);
  const opened = openSync(file, 'r');
  try {
    for (let read = -1; read !== 0;) {
      read = readSync(opened, piece, 0, pieceBytes, null);
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(opened);
  }
  return hash.digest('hex');
}

function cacheFolder(): string {
  return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
}
