import type { Request, Response } from 'express';
import type { EncodedEvent, EventSink } from './event-sink.js';

/** What may wait for a slow receiver before it is cut off; it resumes with its last event's id. */
const mostBufferedBytes = 1_048_576;

/** An HTTP answer as the receiving end of a stream. */
export class ResponseSink implements EventSink {
  readonly lastEventId: string | null;
  readonly #response: Response;
  readonly #listeners: (() => void)[] = [];
  #closed = false;
  /** We have said that it ends; the connection may take a moment longer. */
  #ended = false;

  constructor(request: Request, response: Response) {
    this.lastEventId = request.get('last-event-id') ?? null;
    this.#response = response;
    response.on('close', () => {
      this.#end();
    });
    // A stream is small pieces, each of them urgent.
    request.socket.setNoDelay(true);
    request.socket.setTimeout(0);
  }

  /** Sends the headers, and how soon to come back after a break. */
  open(): void {
    this.#response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.#response.flushHeaders();
    this.#response.write('retry: 1000\n\n');
  }

  send(event: EncodedEvent): void {
    if (this.#closed || this.#ended) return;
    this.#response.write(event);
    if (this.#response.writableLength > mostBufferedBytes) this.#response.destroy();
  }

  close(): void {
    if (this.#closed || this.#ended) return;
    this.#ended = true;
    this.#response.end();
  }

  onClose(listener: () => void): void {
    if (this.#closed) listener();
    else this.#listeners.push(listener);
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const listener of this.#listeners) listener();
  }
}
