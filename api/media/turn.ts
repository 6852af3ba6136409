import { createHmac } from 'node:crypto';
import type { components } from '../generated/openapi.js';

type IceServers = components['schemas']['MediaTicket']['iceServers'];

/** The TURN servers that carry media where no direct way is open, and the secret that the desk shares with them. */
export interface TurnConfig {
  readonly urls: readonly string[];
  readonly secret: string;
}

/** As long as a working day: a relay that was opened has to be kept open with the same credentials. */
const lifetimeSeconds = 8 * 3_600;

/**
 * Credentials that end by themselves, as coturn's `use-auth-secret` wants them: the name says until
 * when, the password is the HMAC-SHA1 of the name. Nobody's name is in them.
 */
export function iceServersOf(turn: TurnConfig | null, sessionId: string, now: number): IceServers {
  if (!turn) return [];
  const username = `${Math.floor(now / 1_000) + lifetimeSeconds}:${sessionId}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return turn.urls.map((urls) => ({ urls, username, credential }));
}
