import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a derived key is for; a key for one purpose is of no use for another. */
export type KeyPurpose =
  | 'code'
  | 'door-work'
  | 'csrf'
  | 'media-ticket'
  | 'driver'
  | 'sign-in-transaction'
  | 'live-cursor'
  | 'queue-cursor'
  | 'demo-provider';

/** Derives the 32-byte key of a purpose from the installation's root secret. */
export function deriveKey(root: Buffer, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', root, '', `mayday ${purpose} v1`, 32));
}

/** HMAC-SHA256 as base64url. */
export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Whether a signature is the one of this text; takes the same time either way. */
export function isSigned(key: Buffer, text: string, signature: string): boolean {
  return equalInConstantTime(sign(key, text), signature);
}

/** Compares two texts in a time that does not tell where they differ. */
export function equalInConstantTime(one: string, other: string): boolean {
  const left = createHash('sha256').update(one).digest();
  const right = createHash('sha256').update(other).digest();
  return timingSafeEqual(left, right);
}

/** The hash under which a token is stored; tokens are random enough to need no salt. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 random bits as base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A UUID (version 8) that the same text always gives. */
export function idFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
