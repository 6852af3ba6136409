import type { SchemaDeviceSession, SchemaWaiting } from '../api/generated/openapi.js';
import type { DeskClient } from './desk/desk-client.js';
import { passOver } from './desk/pass-over.js';

/** Others are taken without a word to this helper, so it asks now and then. */
const againAfterMs = 8_000;

/** Keeps an eye on the place in the queue for as long as nobody has taken the request. */
export class QueuePlace {
  readonly #tell: (waiting: SchemaWaiting | null) => void;
  #client: Pick<DeskClient, 'waiting'> | null = null;
  #looking: NodeJS.Timeout | undefined;

  constructor(tell: (waiting: SchemaWaiting | null) => void) {
    this.#tell = tell;
  }

  /** Learns how the session stands now; asks at once when it has begun to wait. */
  follow(client: Pick<DeskClient, 'waiting'>, session: SchemaDeviceSession): void {
    const waits = isQueued(session);
    if (waits && this.#client === client) return;
    this.stop();
    if (!waits) return;
    this.#client = client;
    void this.#look(client);
  }

  stop(): void {
    clearTimeout(this.#looking);
    if (this.#client) this.#tell(null);
    this.#client = null;
  }

  async #look(client: Pick<DeskClient, 'waiting'>): Promise<void> {
    // What cannot be had now, the next look brings.
    const waiting = await client.waiting().catch(passOver);
    if (this.#client !== client) return;
    if (waiting) this.#tell(waiting);
    this.#looking = setTimeout(() => void this.#look(client), againAfterMs);
  }
}

/** Whether it is a request of an SOS Call that nobody has taken yet. */
export function isQueued({ origin, state, assignee }: SchemaDeviceSession): boolean {
  return origin === 'sos-call' && state === 'ready' && assignee === null;
}
