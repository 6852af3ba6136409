import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What has to be remembered between leaving for the identity provider and coming back. */
export interface SignInTransaction {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long a person may take at the identity provider. */
export const transactionLifetimeMs = 600_000;

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** Encrypts and authenticates a transaction, for a cookie of the browser that began it. */
export function sealTransaction(key: Buffer, transaction: SignInTransaction): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(transaction)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The transaction in a cookie that we sealed and that has not expired, or null. */
export function openTransaction(
  key: Buffer,
  cookie: string | undefined,
  now: number,
): SignInTransaction | null {
  const bytes = Buffer.from(cookie ?? '', 'base64url');
  if (bytes.length <= ivLength + tagLength) return null;
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    const text = Buffer.concat([
      decipher.update(bytes.subarray(ivLength + tagLength)),
      decipher.final(),
    ]).toString();
    // Whatever bears our seal has the shape that we gave it.
    const transaction = JSON.parse(text) as SignInTransaction;
    return transaction.expiresAt > now ? transaction : null;
  } catch {
    // Not sealed by us, or with another key: as good as no cookie.
    return null;
  }
}
