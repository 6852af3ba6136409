import { createHash } from 'node:crypto';

/** The hash of a leaf, of which the entry's own hash is the data (RFC 9162, 2.1.1). */
export function leafOf(data: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.of(0), data]));
}

/** The hash of two subtrees side by side. */
export function nodeOf(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.of(1), left, right]));
}

/** The hash over perfect subtrees, the largest first; of none, the hash of nothing. */
export function treeOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return sha256('');
  return hashes.reduceRight((right, left) => nodeOf(left, right));
}

/** SHA-256. */
export function sha256(data: string | Buffer): Buffer<ArrayBuffer> {
  return createHash('sha256').update(data).digest();
}

/** SHA-256 over canonical JSON, as hex. */
export function hashOf(value: object): string {
  return sha256(canonical(value)).toString('hex');
}

/** Canonical JSON (RFC 8785): names in the order of their UTF-16 units, numbers as JavaScript writes them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
