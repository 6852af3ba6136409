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
function requireOwnOrigin(headers: Provenance, publicUrl: URL): void {
  if (!isOwnOrigin(headers, publicUrl)) throw new ProblemError('foreign-origin');
}

/**
 * Throws when another site's page asks, whatever it asks for: a page that may not read an answer has
 * no business here. Only a person who follows a link may come from elsewhere.
 */
export function requireOwnPages(
  { method, headers }: { readonly method: string; readonly headers: Provenance },
  publicUrl: URL,
): void {
  const isReading = method === 'GET' || method === 'HEAD';
  requireOwnOrigin(isReading ? { origin: headers.origin } : headers, publicUrl);
}
