import { sign } from '../secrets.js';

/** The key under which control messages of an epoch are authenticated: 32 bytes, base64url. */
export function driverKeyOf(driverKey: Buffer, sessionId: string, epoch: number): string {
  return sign(driverKey, `${sessionId}/${epoch}`);
}
