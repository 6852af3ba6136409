import type * as Log from '../bundle.js';
import { nodeOf } from './hashes.js';

type Sized = Pick<Log.Head, 'size' | 'root'>;

/** Whether a path proves that one head's log is the beginning of the other's (RFC 9162, 2.1.4). */
export function isConsistent(before: Sized, after: Sized, path: readonly string[]): boolean {
  const hashes = path.map((hash) => Buffer.from(hash, 'hex'));
  if (before.size > after.size) return false;
  if (before.size === 0) return hashes.length === 0;
  const root = Buffer.from(before.root, 'hex');
  const next = (): Buffer => hashes.shift() ?? Buffer.alloc(0);
  const rebuilt = rebuild(before.size, after.size, root, next);
  const [first, last] = rebuilt.map((hash) => hash.toString('hex'));
  return hashes.length === 0 && first === before.root && last === after.root;
}

/** The root to which a path leads from a leaf of a log of a size (RFC 9162, 2.1.3.2); null if it is none. */
export function rootFrom(
  leafHash: Buffer,
  leaf: number,
  size: number,
  path: readonly string[],
): string | null {
  if (leaf < 0 || leaf >= size) return null;
  const hashes = path.map((hash) => Buffer.from(hash, 'hex'));
  const next = (): Buffer => hashes.shift() ?? Buffer.alloc(0);
  const root = climb(leafHash, leaf, size, next);
  return hashes.length === 0 ? root.toString('hex') : null;
}

function climb(leafHash: Buffer, leaf: number, size: number, next: () => Buffer): Buffer {
  if (size === 1) return leafHash;
  const left = splitOf(size);
  if (leaf < left) {
    const below = climb(leafHash, leaf, left, next);
    return nodeOf(below, next());
  }
  const below = climb(leafHash, leaf - left, size - left, next);
  return nodeOf(next(), below);
}

/** The roots of both sizes out of a path; a known root stands for the older one where it is whole. */
function rebuild(
  before: number,
  after: number,
  whole: Buffer | null,
  next: () => Buffer,
): [Buffer, Buffer] {
  if (before === after) {
    const hash = whole ?? next();
    return [hash, hash];
  }
  const left = splitOf(after);
  if (before <= left) {
    const [first, last] = rebuild(before, left, whole, next);
    return [first, nodeOf(last, next())];
  }
  const [first, last] = rebuild(before - left, after - left, null, next);
  const beside = next();
  return [nodeOf(beside, first), nodeOf(beside, last)];
}

/** The largest power of two that is smaller than a number above one. */
function splitOf(count: number): number {
  const power = 2 ** Math.floor(Math.log2(count));
  return power === count ? power / 2 : power;
}
