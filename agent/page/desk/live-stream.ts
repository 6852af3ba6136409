import { EventSource } from 'eventsource';
import type { ChatMessage, DeviceSession } from './shapes.js';

/** The desk gives a sign of life each second; after this long without one the line counts as dead. */
const silenceMs = 6_000;
const reopenAfterMs = 1_000;

/** What the live stream of a session tells. */
export interface LiveListener {
  session(session: DeviceSession): void;
  message(message: ChatMessage): void;
  /** The stream is open and speaks. */
  heard(): void;
  /** The stream has gone quiet; it is opened again without being asked. */
  quiet(): void;
  /** The desk does not know this device any more; the stream stays closed. */
  unknown(): void;
}

/** Follows a session until closed, opening the stream again whenever it breaks or falls silent. */
export class LiveStream {
  readonly #token: () => string | null;
  readonly #listener: LiveListener;
  #source: EventSource | null = null;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(token: () => string | null, listener: LiveListener) {
    this.#token = token;
    this.#listener = listener;
  }

  open(): void {
    this.close();
    const source = new EventSource('/api/device/live', { fetch: this.#fetch });
    this.#source = source;
    source.addEventListener('session', ({ data }) => {
      this.#heard();
      this.#listener.session(JSON.parse(data as string) as DeviceSession);
    });
    source.addEventListener('message', ({ data }) => {
      this.#heard();
      this.#listener.message(JSON.parse(data as string) as ChatMessage);
    });
    source.addEventListener('lease', () => {
      this.#heard();
    });
    source.addEventListener('error', ({ code }) => {
      this.#broken(code);
    });
    this.#reopenIn(silenceMs);
  }

  close(): void {
    clearTimeout(this.#watch);
    this.#source?.close();
    this.#source = null;
  }

  readonly #fetch = (url: string | URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.#token() ?? ''}`);
    return fetch(url, { ...init, headers });
  };

  #heard(): void {
    this.#listener.heard();
    this.#reopenIn(silenceMs);
  }

  #broken(status: number | undefined): void {
    if (status === 401 || status === 403) {
      this.close();
      this.#listener.unknown();
      return;
    }
    this.#listener.quiet();
    this.#reopenIn(reopenAfterMs);
  }

  #reopenIn(milliseconds: number): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.#listener.quiet();
      this.open();
    }, milliseconds);
  }
}
