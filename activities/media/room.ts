import { createHmac } from 'node:crypto';
import { deriveKey } from '../keys/derive-key.js';

/** A session's room in the relay: its name, the pin to join it and the secret to rule it. */
export interface Room {
  readonly name: string;
  readonly pin: string;
  readonly secret: string;
}

/** How the names of the desk's rooms begin, so that it never touches anybody else's. */
export const roomPrefix = 'mayday-';

/** Names rooms and derives their secrets, so that a room made again after a loss is the same. */
export class RoomBook {
  readonly #key: Buffer;

  /** `rootKey` is the installation's root key. */
  constructor(rootKey: Buffer) {
    this.#key = deriveKey(rootKey, 'media-room');
  }

  /** The room of a session; nobody without the key can guess it. */
  of(sessionId: string): Room {
    return this.named(`${roomPrefix}${this.#derive('name', sessionId)}`);
  }

  /** The room of a name that this book gave. */
  named(name: string): Room {
    return { name, pin: this.#derive('pin', name), secret: this.#derive('secret', name) };
  }

  #derive(what: string, of: string): string {
    return createHmac('sha256', this.#key).update(`${what}/${of}`).digest('base64url');
  }
}
