import { nextCounter } from '../../../../workflows/domain/control/control-counter.js';
import {
  type ControlMessage,
  type PointerButton,
  encodeControl,
  macLength,
} from '../../../../workflows/domain/control/control-message.js';
import type { DriverKey } from '../desk/contract.js';
import { bytesFromBase64Url } from './base64url.js';

interface Place {
  readonly x: number;
  readonly y: number;
}
type NextFrame = (flush: () => void) => void;

const notch = 120;
/**
 * Sends what the driver does, authenticated under the key of one epoch and counted upwards. Moves are
 * gathered to one a frame; everything else leaves at once and takes the place of the move before it.
 */
export class ControlSender {
  readonly epoch: number;
  readonly #key: Promise<CryptoKey>;
  readonly #send: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly #nextFrame: NextFrame;
  #counter: number | null = null;
  #last: Promise<void> = Promise.resolve();
  #move: Place | null = null;
  #closed = false;

  constructor(
    driver: DriverKey,
    send: (bytes: Uint8Array<ArrayBuffer>) => void,
    // Not the function itself: a browser's own functions mind whose method they are.
    nextFrame: NextFrame = (flush) => requestAnimationFrame(flush),
  ) {
    this.epoch = driver.epoch;
    this.#key = crypto.subtle.importKey(
      'raw',
      bytesFromBase64Url(driver.key),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    this.#send = send;
    this.#nextFrame = nextFrame;
  }

  move(place: Place): void {
    const waiting = this.#move !== null;
    this.#move = place;
    if (waiting) return;
    this.#nextFrame(() => {
      if (this.#move) this.#post({ kind: 'pointer-move', x: this.#move.x, y: this.#move.y });
      this.#move = null;
    });
  }

  button(place: Place, button: PointerButton, down: boolean): void {
    this.#move = null;
    this.#post({ kind: 'pointer-button', x: place.x, y: place.y, button, down });
  }

  /** Turns the wheel by pixels, one message for each notch. */
  wheel(place: Place, dx: number, dy: number): void {
    const turns = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / notch));
    for (let turn = 0; turn < turns; turn += 1) {
      this.#post({ kind: 'wheel', x: place.x, y: place.y, dx: dx / turns, dy: dy / turns });
    }
  }

  key(code: string, key: string, down: boolean): void {
    this.#post({ kind: 'key', code, key, down });
  }

  /** Lets go of every key and button, as when the window loses the focus. */
  releaseAll(): void {
    this.#move = null;
    this.#post({ kind: 'release-all' });
  }

  /** Sends no more; what was posted before still leaves. */
  close(): void {
    this.#closed = true;
  }

  /** Settles when everything posted so far has left. */
  sent(): Promise<void> {
    return this.#last;
  }

  #post(message: ControlMessage): void {
    if (this.#closed) return;
    this.#counter = nextCounter(this.#counter, Date.now());
    const bytes = encodeControl({ epoch: this.epoch, counter: this.#counter }, message);
    const signed = this.#signed(bytes);
    // Signing is asynchronous; the chain keeps the order of the counters.
    this.#last = this.#last.then(async () => {
      this.#send(await signed);
    });
  }

  async #signed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const code = await crypto.subtle.sign('HMAC', await this.#key, bytes);
    const message = new Uint8Array(bytes.length + macLength);
    message.set(bytes);
    message.set(new Uint8Array(code, 0, macLength), bytes.length);
    return message;
  }
}
