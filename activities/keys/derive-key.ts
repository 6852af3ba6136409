import { hkdfSync } from 'node:crypto';

/** What a derived key is for; a key for one purpose is of no use for another. */
export type KeyPurpose =
  | 'code'
  | 'demo-provider'
  | 'door-work'
  | 'driver'
  | 'kept-answer'
  | 'link'
  | 'media-room'
  | 'media-ticket'
  | 'sign-in-transaction'
  | 'webhook';

/** Derives the 32-byte key of a purpose from the installation's root key. */
export function deriveKey(rootKey: Buffer, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', rootKey, '', `mayday ${purpose} v1`, 32));
}
