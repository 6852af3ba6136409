import { sign } from '../secrets.js';

/** The token of an SOS Call's link, which the desk can show again without having stored it. */
export function sosTokenOf(linkKey: Buffer, id: string): string {
  return sign(linkKey, `sos-call ${id}`);
}

/** The address to put on a page or a poster. The token stands in the fragment, which browsers never send. */
export function sosUrl(publicUrl: URL, token: string): string {
  return `${new URL('/sos', publicUrl).href}#${token}`;
}
