/** A link that was followed: where the desk is, and the secret that stands in the link's fragment. */
export interface Link {
  /** The desk's address, such as `https://help.example.org`. */
  readonly origin: string;
  readonly token: string;
  /** Whether the connection to the desk is encrypted and its certificate checked. */
  readonly verified: boolean;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const shortestToken = 8;
const longestToken = 200;

/** Reads what a person pasted: a link of the desk, also with `mayday:` before it. Answers what is wrong with it otherwise. */
export function parseLink(pasted: string): Link | 'not-a-link' | 'not-safe' {
  const url = urlOf(pasted.trim());
  if (!url) return 'not-a-link';
  const token = url.hash.slice(1);
  const isSafe = url.protocol === 'https:' || loopback.has(url.hostname);
  if (token.length < shortestToken || token.length > longestToken) return 'not-a-link';
  return isSafe ? { origin: url.origin, token, verified: url.protocol === 'https:' } : 'not-safe';
}

/** Whether a pasted link leads to an SOS Call, to ask for help by, and not to a session. */
export function isSosLink(pasted: string): boolean {
  return urlOf(pasted.trim())?.pathname === '/sos';
}

/** A desk without anything of its own to lead to: the address alone, as somebody is told it or types it. */
export type DeskAddress = Pick<Link, 'origin' | 'verified'>;

/** Reads the address of a desk, whole or in short such as `help.example.org`; null when it is none. */
export function parseDesk(typed: string): DeskAddress | null {
  const text = typed.trim();
  const url = urlOf(/^[a-z]+:(?!\d)/i.test(text) ? text : `${schemeFor(text)}://${text}`);
  const isHost = url !== null && (url.hostname.includes('.') || loopback.has(url.hostname));
  if (!isHost || url.hash.length > 1) return null;
  const verified = url.protocol === 'https:';
  return verified || loopback.has(url.hostname) ? { origin: url.origin, verified } : null;
}

/** On this machine there is no encryption to ask for. */
function schemeFor(host: string): string {
  return loopback.has(host.replace(/:\d+(?:\/.*)?$/, '')) ? 'http' : 'https';
}

function urlOf(pasted: string): URL | null {
  const address = pasted.replace(/^mayday:(?=https?:)/i, '').replace(/^mayday:\/\//i, 'https://');
  const url = URL.parse(address);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}
