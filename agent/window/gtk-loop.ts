import koffi, { type node } from 'koffi';
import { context } from './gtk.js';

const mostDescriptors = 32;
const descriptorBytes = 8;
const lowestPriority = 0x7fffffff;
const mostTurns = 100;
/** GTK is looked after this often at least, for what nobody said; a still helper pays for each time. */
const longestWait = 1000;
let wakeRunning: (() => void) | undefined;

/** To be called when GTK was asked for something outside a signal, such as by a timer; it acts on that at once. */
export function wakeGtk(): void {
  wakeRunning?.();
}

/** Turns GTK's main context from Node's event loop: when one of its sockets is readable, a timeout is due, or it is woken. */
export class GtkLoop {
  readonly #context = context.main();
  readonly #descriptors = Buffer.alloc(mostDescriptors * descriptorBytes);
  readonly #sockets = new Map<number, node.PollHandle>();
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;
  #open = true;

  constructor() {
    context.acquire(this.#context);
    wakeRunning = () => {
      this.wake();
    };
    this.wake();
  }

  /** Something was asked of GTK from outside; let it act on that. */
  wake(): void {
    if (!this.#open) return;
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined;
      this.#turn();
    });
  }

  close(): void {
    this.#open = false;
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
    for (const socket of this.#sockets.values()) socket.close();
    this.#sockets.clear();
  }

  #turn(): void {
    if (!this.#open) return;
    for (let turn = 0; turn < mostTurns; turn += 1) {
      if (context.iterate(this.#context, 0) === 0) break;
    }
    this.#await();
  }

  /** Asks GTK what it waits for, and waits for that. */
  #await(): void {
    const priority = [0];
    const timeout = [0];
    context.prepare(this.#context, priority);
    const count = context.query(
      this.#context,
      lowestPriority,
      timeout,
      this.#descriptors,
      mostDescriptors,
    );
    this.#listen(Math.min(count, mostDescriptors));
    const due = timeout[0] ?? -1;
    const wait = due < 0 ? longestWait : Math.min(due, longestWait);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#turn();
    }, wait);
  }

  #listen(count: number): void {
    const wanted = new Set(
      Array.from({ length: count }, (_, n) => this.#descriptors.readInt32LE(n * descriptorBytes)),
    );
    for (const [descriptor, socket] of this.#sockets) {
      if (wanted.has(descriptor)) continue;
      socket.close();
      this.#sockets.delete(descriptor);
    }
    for (const descriptor of wanted) {
      if (this.#sockets.has(descriptor)) continue;
      const readable = koffi.node.poll(descriptor, { readable: true }, () => {
        this.#turn();
      });
      this.#sockets.set(descriptor, readable);
    }
  }
}
