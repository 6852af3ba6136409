import { tokenOfFragment } from './link-token.js';

const linkKey = 'mayday.link';
const wayKey = 'mayday.way';
const deviceTokenKey = 'mayday.device-token';

/** Which of the two ways on the person has chosen. */
export type Way = 'undecided' | 'browser' | 'helper';

/** What the address, or this tab from before a reload, says of a link. */
export interface TakenLink {
  readonly token: string | null;
  /** Whether the address held something that cannot be a token. */
  readonly mistyped: boolean;
}

/**
 * Takes the token out of the address, where it could be seen or copied along, and keeps it for a
 * reload of this tab. A new link forgets all that the tab knew of an earlier one.
 */
export function takeLink(): TakenLink {
  const found = tokenOfFragment(location.hash);
  const mistyped = location.hash.length > 1 && !found;
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (mistyped || (found && found !== sessionStorage.getItem(linkKey))) forgetLink();
  if (found) sessionStorage.setItem(linkKey, found);
  return { token: sessionStorage.getItem(linkKey), mistyped };
}

function forgetLink(): void {
  for (const key of [linkKey, wayKey, deviceTokenKey]) sessionStorage.removeItem(key);
}

/** Keeps a link that this browser has joined already; its page goes on where the last one was. */
export function keepJoined(token: string, deviceToken: string | null): void {
  forgetLink();
  sessionStorage.setItem(linkKey, token);
  keepWay('browser');
  if (deviceToken !== null) keepDeviceToken(deviceToken);
}

export function keptWay(): Way {
  const way = sessionStorage.getItem(wayKey);
  return way === 'browser' || way === 'helper' ? way : 'undecided';
}

export function keepWay(way: Way): void {
  sessionStorage.setItem(wayKey, way);
}

export function keptDeviceToken(): string | null {
  return sessionStorage.getItem(deviceTokenKey);
}

export function keepDeviceToken(token: string): void {
  sessionStorage.setItem(deviceTokenKey, token);
}
