import type { DeskKeys } from '../desk.js';
import { deriveKey } from '../secrets.js';

/** Every key of the desk, derived from the root key. */
export function keysFrom(secret: Buffer): DeskKeys {
  return {
    link: deriveKey(secret, 'link'),
    code: deriveKey(secret, 'code'),
    doorWork: deriveKey(secret, 'door-work'),
    driver: deriveKey(secret, 'driver'),
    mediaTicket: deriveKey(secret, 'media-ticket'),
    signInTransaction: deriveKey(secret, 'sign-in-transaction'),
  };
}
