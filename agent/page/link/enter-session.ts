import { keepJoined } from './kept-link.js';
import { tokenOfFragment } from './link-token.js';

/** Goes on to the page of a session that this browser is in, by its link. */
export function enterSession(link: string, deviceToken: string | null): void {
  const token = tokenOfFragment(new URL(link, location.origin).hash);
  if (token === null) throw new Error('The desk gave a link without a token.');
  keepJoined(token, deviceToken);
  location.assign(`/i#${token}`);
}
