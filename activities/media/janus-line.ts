import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';

/** Fields of a message from or to Janus. */
export type Fields = Readonly<Record<string, unknown>>;

/** Gives a token that Janus takes now; it asks for one on every request. */
export type TokenSource = () => string;

interface Waiting {
  readonly resolve: (answer: Fields) => void;
  readonly reject: (error: unknown) => void;
}

/** One socket to Janus: requests go out, each gets its answer, and all that wait fail when it closes. */
export class JanusLine {
  readonly #socket: WebSocket;
  readonly #token: TokenSource;
  readonly #waiting = new Map<string, Waiting>();

  private constructor(socket: WebSocket, token: TokenSource) {
    this.#socket = socket;
    this.#token = token;
    socket.on('message', (data: Buffer) => {
      this.#hear(data.toString());
    });
    socket.on('close', () => {
      this.#failAll(new Error('The line to Janus was closed.'));
    });
    socket.on('error', (error) => {
      this.#failAll(error);
    });
  }

  /** Connects; rejects when nobody is there within the time given. */
  static open(url: string, token: TokenSource, withinMs: number): Promise<JanusLine> {
    const socket = new WebSocket(url, 'janus-protocol', { handshakeTimeout: withinMs });
    const line = new JanusLine(socket, token);
    return new Promise((resolve, reject) => {
      socket.once('open', () => {
        resolve(line);
      });
      socket.once('error', reject);
    });
  }

  /** Sends a request and gives its answer, also when that is an error of Janus's own. */
  request(fields: Fields): Promise<Fields> {
    const transaction = randomUUID();
    return new Promise((resolve, reject) => {
      this.#waiting.set(transaction, { resolve, reject });
      this.#socket.send(JSON.stringify({ ...fields, transaction, token: this.#token() }));
    });
  }

  /** Hangs up at once. */
  close(): void {
    this.#socket.terminate();
  }

  #hear(text: string): void {
    const message: unknown = JSON.parse(text);
    const transaction = fieldOf(message, 'transaction');
    // What has no transaction is news that nobody asked for.
    if (typeof transaction !== 'string') return;
    const waiting = this.#waiting.get(transaction);
    this.#waiting.delete(transaction);
    waiting?.resolve(fieldsIn(message));
  }

  #failAll(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** A field of something that came from outside; undefined where it has none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The fields of something that came from outside; none where it is no object. */
export function fieldsIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
