import { ProblemError } from '../problems/problem-error.js';

/** The headers by which a browser tells where a request comes from. */
interface Provenance {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/** Whether a browser says that the request comes from our own pages; programs say nothing. */
export function isOwnOrigin(headers: Provenance, publicUrl: URL): boolean {
  if (headers.origin !== undefined) return headers.origin === publicUrl.origin;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Throws when a browser says that another site's page sends this. */
export function requireOwnOrigin(headers: Provenance, publicUrl: URL): void {
  if (!isOwnOrigin(headers, publicUrl)) throw new ProblemError('foreign-origin');
}
