import { createHmac } from 'node:crypto';
import { deriveKey } from '../keys/derive-key.js';

/** The key that all links of an installation follow from; `rootKey` is the installation's root key. */
export function linkKeyOf(rootKey: Buffer): Buffer {
  return deriveKey(rootKey, 'link');
}

/**
 * The token of a session's link: 256 bits that nobody can guess without the link key, and that the
 * desk can show again without having stored it.
 */
export function linkTokenOf(linkKey: Buffer, sessionId: string): string {
  return createHmac('sha256', linkKey).update(sessionId).digest('base64url');
}

/** The token of an SOS Call's link, which the desk can show again without having stored it. */
export function sosTokenOf(linkKey: Buffer, id: string): string {
  return createHmac('sha256', linkKey).update(`sos-call ${id}`).digest('base64url');
}

/** The address to hand out. The token stands in the fragment, which browsers never send. */
export function linkUrl(publicUrl: URL, token: string): string {
  return `${new URL('/i', publicUrl).href}#${token}`;
}
