type Sink = ReadableStreamDefaultController<Uint8Array>;

/** The live stream of the fake desk: everybody who has opened it hears what is sent. */
export class FakeStream {
  readonly #sinks = new Set<Sink>();
  #last = 0;

  /** How many are listening. */
  get listeners(): number {
    return this.#sinks.size;
  }

  open(signal: AbortSignal): Response {
    let mine: Sink | null = null;
    const leave = () => {
      if (mine) this.#sinks.delete(mine);
    };
    const stream = new ReadableStream<Uint8Array>({
      start: (sink) => {
        mine = sink;
        this.#sinks.add(sink);
        signal.addEventListener('abort', () => {
          leave();
          sink.error(new DOMException('Stopped', 'AbortError'));
        });
      },
      cancel: leave,
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }

  send(event: string, data: unknown): void {
    this.#last += 1;
    const text = `id: ${this.#last}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const sink of this.#sinks) sink.enqueue(new TextEncoder().encode(text));
  }

  /** Breaks every connection, as a restart of the desk does. */
  breakOff(): void {
    for (const sink of this.#sinks) sink.close();
    this.#sinks.clear();
  }
}
