import { EventSource, type ErrorEvent } from 'eventsource';
import type { SchemaChatMessage, SchemaDeviceSession } from '../../api/generated/openapi.js';
import type { DeskClient } from './desk-client.js';
import { Lease } from './lease.js';

const retryAfter = 1500;
const silenceAfter = 12_000;

/** What the desk tells a device as it happens. */
export interface LiveListener {
  session(session: SchemaDeviceSession): void;
  message(message: SchemaChatMessage): void;
  /** Whether the desk was heard in the last five seconds; told when it changes. */
  reachable(reachable: boolean): void;
  /** The stream is open again: what was missed in between can be asked for. */
  opened(): void;
  /** The desk no longer knows this device. */
  forgotten(): void;
}

/** The live stream from the desk, which is opened again whenever it ends or falls silent. */
export class DeskLive {
  readonly #client: DeskClient;
  readonly #listener: LiveListener;
  readonly #lease = new Lease();
  #source: EventSource | undefined;
  #retry: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;
  #lapse: NodeJS.Timeout | undefined;
  #reachable = false;
  #open = true;

  constructor(client: DeskClient, listener: LiveListener) {
    this.#client = client;
    this.#listener = listener;
    this.#connect();
  }

  /** Whether the desk's lease holds at this moment. */
  get leaseHolds(): boolean {
    return this.#lease.holds(performance.now());
  }

  close(): void {
    this.#open = false;
    clearTimeout(this.#lapse);
    this.#disconnect();
  }

  #connect(): void {
    const source = new EventSource(new URL('/api/device/live', this.#client.origin), {
      fetch: (url, init) =>
        fetch(url, {
          ...init,
          headers: { ...init.headers, Authorization: this.#client.authorization },
          redirect: 'error',
        }),
    });
    this.#source = source;
    source.addEventListener('open', () => {
      this.#listener.opened();
    });
    source.addEventListener('error', (error) => {
      this.#failed(error);
    });
    this.#hear(source, 'session', (session) => {
      this.#listener.session(session as SchemaDeviceSession);
    });
    this.#hear(source, 'message', (message) => {
      this.#listener.message(message as SchemaChatMessage);
    });
    this.#hear(source, 'lease', (lease) => {
      this.#renew(lease as { readonly ageMs: number });
    });
    this.#awaitSound();
  }

  /** Any event from the desk is a sign of life, though only its lease vouches for what is allowed. */
  #hear(source: EventSource, name: string, receive: (data: unknown) => void): void {
    source.addEventListener(name, (event) => {
      if (source !== this.#source) return;
      this.#awaitSound();
      receive(JSON.parse(String(event.data)));
    });
  }

  #renew({ ageMs }: { readonly ageMs: number }): void {
    const now = performance.now();
    this.#lease.renew(now, ageMs);
    clearTimeout(this.#lapse);
    this.#lapse = setTimeout(() => {
      this.#tell(false);
    }, this.#lease.left(now));
    this.#tell(this.#lease.holds(now));
  }

  #tell(reachable: boolean): void {
    if (reachable === this.#reachable) return;
    this.#reachable = reachable;
    this.#listener.reachable(reachable);
  }

  /** A connection that died without saying so is given up for a new one. */
  #awaitSound(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#reconnect();
    }, silenceAfter);
  }

  #failed(error: ErrorEvent): void {
    if (!this.#open) return;
    if (error.code === 401) {
      this.close();
      this.#listener.forgotten();
    } else {
      this.#reconnect();
    }
  }

  #reconnect(): void {
    this.#disconnect();
    if (!this.#open) return;
    this.#retry = setTimeout(() => {
      this.#connect();
    }, retryAfter);
  }

  #disconnect(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = undefined;
  }
}
