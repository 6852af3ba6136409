import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of a value's canonical JSON (RFC 8785), the same for everybody who holds the same value. */
export function canonicalHash(value: object): Buffer {
  return createHash('sha256').update(canonicalText(value), 'utf8').digest();
}

/** A value's canonical JSON (RFC 8785). */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('An object always has a canonical text.');
  return text;
}
