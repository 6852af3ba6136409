import { openText, sealText } from '../sealed-text.js';

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

/** Encrypts and authenticates a transaction, for a cookie of the browser that began it. */
export function sealTransaction(key: Buffer, transaction: SignInTransaction): string {
  return sealText(key, JSON.stringify(transaction));
}

/** The transaction in a cookie that we sealed and that has not expired, or null. */
export function openTransaction(
  key: Buffer,
  cookie: string | undefined,
  now: number,
): SignInTransaction | null {
  const text = openText(key, cookie ?? '');
  if (text === null) return null;
  // Whatever bears our seal has the shape that we gave it.
  const transaction = JSON.parse(text) as SignInTransaction;
  return transaction.expiresAt > now ? transaction : null;
}
