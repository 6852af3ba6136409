import { linkKeyOf } from '../../activities/links/link-token.js';
import type { DeskKeys } from '../desk.js';
import { deriveKey } from '../../activities/keys/derive-key.js';

/** Every key of the desk, derived from the root key. */
export function keysFrom(secret: Buffer): DeskKeys {
  return {
    code: deriveKey(secret, 'code'),
    doorWork: deriveKey(secret, 'door-work'),
    link: linkKeyOf(secret),
    driver: deriveKey(secret, 'driver'),
    mediaTicket: deriveKey(secret, 'media-ticket'),
    keptAnswer: deriveKey(secret, 'kept-answer'),
    signInTransaction: deriveKey(secret, 'sign-in-transaction'),
  };
}
