import { createHash } from 'node:crypto';

/** A perfect subtree of the log: the `index`th one of two to the power of `level` leaves. */
export interface Place {
  readonly level: number;
  readonly index: number;
}

/** A perfect subtree with its hash. */
export interface Node extends Place {
  readonly hash: Buffer;
}

/** The leaves from `start` up to and without `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The hash of a leaf (RFC 9162, 2.1.1). */
export function leafHash(data: Buffer): Buffer {
  return createHash('sha256').update('\x00').update(data).digest();
}

/** The hash of two subtrees side by side. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('\x01').update(left).update(right).digest();
}

/** The perfect subtrees that a range consists of, from left to right; its start is a multiple of the largest. */
export function placesOf({ start, end }: Range): readonly Place[] {
  const places: Place[] = [];
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at));
    places.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/** The hash of a range out of the hashes of its perfect subtrees; of no leaves, the hash of nothing. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const last = hashes.at(-1);
  if (!last) return createHash('sha256').digest();
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/**
 * The nodes that are complete once leaves follow on the first `size` ones, whose perfect subtrees
 * are the frontier; leaves themselves are nodes of level 0.
 */
export function grown(
  size: number,
  frontier: readonly Node[],
  leaves: readonly Buffer[],
): { nodes: readonly Node[]; frontier: readonly Node[] } {
  const open = [...frontier];
  const nodes: Node[] = [];
  leaves.forEach((hash, offset) => {
    let node: Node = { level: 0, index: size + offset, hash };
    nodes.push(node);
    for (let left = open.at(-1); left?.level === node.level; left = open.at(-1)) {
      open.pop();
      const level = node.level + 1;
      node = { level, index: left.index / 2, hash: nodeHash(left.hash, node.hash) };
      nodes.push(node);
    }
    open.push(node);
  });
  return { nodes, frontier: open };
}

/** The ranges whose hashes prove that a leaf is in a log of a size, from the leaf up (RFC 9162, 2.1.3.1). */
export function inclusionRanges(leaf: number, { start, end }: Range): readonly Range[] {
  if (end - start <= 1) return [];
  const middle = start + splitOf(end - start);
  const [left, right] = [
    { start, end: middle },
    { start: middle, end },
  ];
  return leaf < middle
    ? [...inclusionRanges(leaf, left), right]
    : [...inclusionRanges(leaf, right), left];
}

/** The ranges whose hashes prove that a log of one size became one of another (RFC 9162, 2.1.4.1). */
export function consistencyRanges(before: number, after: number): readonly Range[] {
  if (before === 0 || before === after) return [];
  return subproof(before, { start: 0, end: after }, true);
}

function subproof(before: number, { start, end }: Range, isWhole: boolean): readonly Range[] {
  if (before === end) return isWhole ? [] : [{ start, end }];
  const middle = start + splitOf(end - start);
  if (before <= middle) {
    return [...subproof(before, { start, end: middle }, isWhole), { start: middle, end }];
  }
  return [...subproof(before, { start: middle, end }, false), { start, end: middle }];
}

/** The largest power of two that is smaller than a number above one. */
function splitOf(count: number): number {
  const power = 2 ** Math.floor(Math.log2(count));
  return power === count ? power / 2 : power;
}
