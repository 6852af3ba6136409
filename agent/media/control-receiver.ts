import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  decodeControl,
  longestMessage,
  macLength,
  type ControlMessage,
} from '../../workflows/domain/control/control-message.js';

/** Who may drive now, with the key under which their messages of this epoch are authenticated. */
export interface DriverKey {
  readonly technician: string;
  readonly epoch: number;
  /** 32 bytes, base64url. */
  readonly key: string;
}

/** Why messages were dropped, counted. */
export interface DroppedMessages {
  readonly foreign: number;
  readonly stale: number;
}

/** Lets through only messages of the present driver, each once and in order. */
export class ControlReceiver {
  #driver: DriverKey | null = null;
  #key = Buffer.alloc(0);
  /** The key whose messages were counted last, also while nobody drives. */
  #counted = '';
  #counter = -1;
  #foreign = 0;
  #stale = 0;

  /** A new key begins its counter anew; one that comes back goes on from where it was. */
  setDriver(driver: DriverKey | null): void {
    this.#driver = driver;
    if (!driver || driver.key === this.#counted) return;
    this.#counted = driver.key;
    this.#key = Buffer.from(driver.key, 'base64url');
    this.#counter = -1;
  }

  get dropped(): DroppedMessages {
    return { foreign: this.#foreign, stale: this.#stale };
  }

  /**
   * The message, or null when it is not to be obeyed.
   * @param technician the key of the technician whose channel it came by
   */
  accept(technician: string, bytes: Uint8Array): ControlMessage | null {
    const known = this.#driver?.technician === technician ? this.#authenticated(bytes) : null;
    if (!known || known.position.epoch !== this.#driver?.epoch) {
      this.#foreign += 1;
      return null;
    }
    if (known.position.counter <= this.#counter) {
      this.#stale += 1;
      return null;
    }
    this.#counter = known.position.counter;
    return known.message;
  }

  #authenticated(bytes: Uint8Array): ReturnType<typeof decodeControl> {
    if (bytes.length <= macLength || bytes.length > longestMessage || this.#key.length === 0) {
      return null;
    }
    const said = bytes.subarray(0, bytes.length - macLength);
    const code = bytes.subarray(bytes.length - macLength);
    const expected = createHmac('sha256', this.#key).update(said).digest().subarray(0, macLength);
    return timingSafeEqual(code, expected) ? decodeControl(said) : null;
  }
}
