import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

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
