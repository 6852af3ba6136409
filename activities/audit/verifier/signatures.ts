import { type KeyObject, verify } from 'node:crypto';
import { canonical, sha256 } from './hashes.js';

/** The name of a key: the SHA-256 of its public half. */
export function nameOfKey(key: KeyObject): string {
  return sha256(derOf(key)).toString('hex');
}

/** The public half of a key, as it is written down. */
export function derOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

/** Whether a key signed the canonical JSON of something (Ed25519). */
export function isSigned(said: object, signature: string | null, key: KeyObject): boolean {
  const bytes = signature === null ? null : bytesIn(signature);
  return bytes !== null && verify(null, Buffer.from(canonical(said)), key, bytes);
}

/** The bytes that base64 stands for; null where it is not written in the one way that there is. */
function bytesIn(base64: string): Buffer<ArrayBuffer> | null {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : null;
}
