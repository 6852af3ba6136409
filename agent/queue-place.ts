import type { SchemaDeviceSession, SchemaWaiting } from '../api/generated/openapi.js';
import type { DeskClient } from './desk/desk-client.js';
import { passOver } from './desk/pass-over.js';

/** Others are taken without a word to this helper, so it asks now and then. */
const againAfterMs = 8_000;

type Desk = Pick<DeskClient, 'waiting'>;

/** Learns the request's number, and keeps an eye on its place in the queue for as long as nobody has taken it. */
export class QueuePlace {
  readonly #tell: (waiting: SchemaWaiting | null) => void;
  #desk: Desk | null = null;
  #session: SchemaDeviceSession | null = null;
  #isNumbered = false;
  #isLooking = false;
  #looking: NodeJS.Timeout | undefined;

  constructor(tell: (waiting: SchemaWaiting | null) => void) {
    this.#tell = tell;
  }

  /** Learns how the session stands now; asks at once when there is something to ask for. */
  follow(desk: Desk, session: SchemaDeviceSession): void {
    if (this.#desk !== desk) this.stop();
    this.#desk = desk;
    this.#session = session;
    if (!this.#isLooking) void this.#look(desk);
  }

  stop(): void {
    clearTimeout(this.#looking);
    if (this.#desk) this.#tell(null);
    this.#desk = null;
    this.#isNumbered = false;
    this.#isLooking = false;
  }

  async #look(desk: Desk): Promise<void> {
    this.#isLooking = this.#hasToAsk();
    if (!this.#isLooking) return;
    // What cannot be had now, the next look brings.
    const waiting = await desk.waiting().catch(passOver);
    if (this.#desk !== desk) return;
    if (waiting) {
      this.#isNumbered = true;
      this.#tell(waiting);
    }
    this.#looking = setTimeout(() => void this.#look(desk), againAfterMs);
  }

  /** Whether it is a request of an SOS Call that nobody has taken yet, or whose number is not known. */
  #hasToAsk(): boolean {
    const session = this.#session;
    if (session?.origin !== 'sos-call' || session.state !== 'ready') return false;
    return session.assignee === null || !this.#isNumbered;
  }
}
