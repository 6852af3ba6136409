import { createHmac } from 'node:crypto';

/** The one plugin of Janus that the desk uses. */
export const videoRoomPlugin = 'janus.plugin.videoroom';

/**
 * A token that Janus checks by itself: `expiry,realm,plugin:signature` under its `token_auth_secret`.
 * Janus asks for one on every request, so whoever talks long renews it in time.
 */
export function janusToken(secret: string, lifetimeMs: number, now = Date.now()): string {
  const expiry = Math.floor((now + lifetimeMs) / 1_000);
  const claims = `${expiry},janus,${videoRoomPlugin}`;
  return `${claims}:${createHmac('sha1', secret).update(claims).digest('base64')}`;
}
