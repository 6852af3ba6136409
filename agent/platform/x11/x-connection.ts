import koffi, { type node } from 'koffi';
import { DesktopUnavailable } from '../desktop.js';
import { surviveXErrors } from './x-errors.js';
import { eventLength, xlib } from './xlib.js';

/** The type number of an event: the first field, without the mark of a sent event. */
export function eventType(event: Buffer): number {
  return event.readInt32LE(0) & 0x7f;
}

/** One connection to the X server whose events arrive on the event loop, without a thread or a timer. */
export class XConnection {
  readonly display: bigint;
  readonly root: number;
  readonly #socket: node.PollHandle;
  readonly #event = Buffer.alloc(eventLength);
  readonly #receive: (event: Buffer) => void;
  #draining: NodeJS.Immediate | undefined;
  #open = true;

  /** Connects to a display such as `:0`; each event is lent to `receive`. Throws DesktopUnavailable. */
  constructor(name: string, receive: (event: Buffer) => void) {
    const display = xlib.openDisplay(name);
    if (display === null) throw new DesktopUnavailable(`The display ${name} cannot be opened.`);
    surviveXErrors();
    this.display = display;
    this.root = xlib.rootWindow(display);
    this.#receive = receive;
    this.#socket = koffi.node.poll(xlib.connectionNumber(display), { readable: true }, () => {
      this.drain();
    });
  }

  /** Hands out every event that has arrived. */
  drain(): void {
    while (this.#open && xlib.pending(this.display) > 0) {
      xlib.nextEvent(this.display, this.#event);
      this.#receive(this.#event);
    }
  }

  /** Events that an answer from the server overtook wait in Xlib's queue, where the socket is silent. */
  drainSoon(): void {
    if (!this.#open || this.#draining || xlib.queued(this.display, 0) === 0) return;
    this.#draining = setImmediate(() => {
      this.#draining = undefined;
      this.drain();
    });
  }

  /** Sends what was asked for so far. */
  flush(): void {
    if (this.#open) xlib.flush(this.display);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    clearImmediate(this.#draining);
    this.#socket.close();
    xlib.closeDisplay(this.display);
  }
}
