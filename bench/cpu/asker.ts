import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { inLanes } from './in-lanes.js';

/** What was answered. */
export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Asks for the same thing again and again, over connections that stay open. */
export class Asker {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: URL;
  readonly #headersOf: (count: number) => OutgoingHttpHeaders;

  constructor(url: URL, headersOf: (count: number) => OutgoingHttpHeaders = () => ({})) {
    this.#url = url;
    this.#headersOf = headersOf;
  }

  /** Asks once; throws for anything but an answer of 200. */
  async ask(count = 0): Promise<Answer> {
    const request = get(this.#url, { agent: this.#agent, headers: this.#headersOf(count) });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const body = await buffer(response);
    if (response.statusCode !== 200) throw new Error(`The answer was ${response.statusCode}.`);
    const headers = Object.entries(response.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return { headers: Object.fromEntries(headers), body };
  }

  /** Asks so many times, several at a time. */
  async askOften(times: number): Promise<void> {
    await inLanes(times, (count) => this.ask(count));
  }

  close(): void {
    this.#agent.destroy();
  }
}
