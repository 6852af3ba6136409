import { sign } from '../secrets.js';

/**
 * The token of a session's link: 256 bits that nobody can guess without the link key, and that the
 * desk can show again without having stored it.
 */
export function linkTokenOf(linkKey: Buffer, sessionId: string): string {
  return sign(linkKey, sessionId);
}

/** The address to hand out. The token stands in the fragment, which browsers never send. */
export function linkUrl(publicUrl: URL, token: string): string {
  return `${new URL('/i', publicUrl).href}#${token}`;
}
