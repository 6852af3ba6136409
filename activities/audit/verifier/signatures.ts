import { type KeyObject, verify } from 'node:crypto';
import { canonical, sha256 } from './hashes.js';

/** The name of a key: the SHA-256 of its public half. */
export function nameOfKey(key: KeyObject): string {
  return sha256(key.export({ format: 'der', type: 'spki' })).toString('hex');
}

/** Whether a key signed the canonical JSON of something (Ed25519). */
export function isSigned(said: object, signature: string | null, key: KeyObject): boolean {
  if (signature === null) return false;
  return verify(null, Buffer.from(canonical(said)), key, Buffer.from(signature, 'base64'));
}
