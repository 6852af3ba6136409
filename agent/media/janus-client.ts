import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import type { IceCandidate, SessionDescription } from './webrtc.js';

const keepAliveEvery = 20_000;
const patience = 10_000;
const videoRoom = 'janus.plugin.videoroom';

/** What Janus tells a handle. */
export interface JanusEvent {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly jsep: SessionDescription | null;
}

/** Janus or its relay said no, or the connection ended before an answer came. */
export class JanusRefusal extends Error {
  override readonly name = 'JanusRefusal';
}

interface Waiting {
  readonly resolve: (message: Message) => void;
  readonly reject: (error: Error) => void;
  readonly takesAck: boolean;
}

type Message = Readonly<Record<string, unknown>>;

/** One socket to Janus through the desk's relay, and the session on it. The session can outlive the socket. */
export class JanusClient {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, Waiting>();
  readonly #heard: (handle: number, event: JanusEvent) => void;
  #session = 0;
  #keepAlive: NodeJS.Timeout | undefined;

  private constructor(
    socket: WebSocket,
    heard: (handle: number, event: JanusEvent) => void,
    ended: () => void,
  ) {
    this.#socket = socket;
    this.#heard = heard;
    socket.on('message', (data: Buffer) => {
      this.#receive(data);
    });
    socket.on('close', (code, reason) => {
      this.#closed(`${code} ${reason.toString('utf8')}`.trim());
      ended();
    });
  }

  /**
   * Opens a socket with a ticket. Throws JanusRefusal when the relay does not let it in.
   * @param heard called for each event of a handle
   * @param ended called once, when the socket has closed for whatever reason
   */
  static async open(
    address: URL,
    ticket: string,
    heard: (handle: number, event: JanusEvent) => void,
    ended: () => void,
  ): Promise<JanusClient> {
    const socket = new WebSocket(address, ['janus-protocol', `ticket.${ticket}`], {
      handshakeTimeout: patience,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', (cause) => {
        reject(new JanusRefusal('The media relay did not let the helper in.', { cause }));
      });
    });
    socket.on('error', () => {
      // The close that follows says all that is needed.
      socket.terminate();
    });
    return new JanusClient(socket, heard, ended);
  }

  get session(): number {
    return this.#session;
  }

  async create(): Promise<void> {
    const { data } = await this.#ask({ janus: 'create' });
    this.#began(idOf(data));
  }

  /** Takes over a session whose socket was lost. Throws JanusRefusal when Janus no longer has it. */
  async claim(session: number): Promise<void> {
    await this.#ask({ janus: 'claim', session_id: session });
    this.#began(session);
  }

  /** A new handle on the video room plugin. */
  async attach(): Promise<number> {
    const { data } = await this.#ask({
      janus: 'attach',
      plugin: videoRoom,
      session_id: this.#session,
    });
    return idOf(data);
  }

  /** Asks the video room for something and awaits its event. */
  async ask(handle: number, body: object, jsep?: SessionDescription): Promise<JanusEvent> {
    const message = { janus: 'message', session_id: this.#session, handle_id: handle, body };
    return eventOf(await this.#ask(jsep ? { ...message, jsep } : message, false));
  }

  /** Sends a candidate of our own, or null after the last one. */
  trickle(handle: number, candidate: IceCandidate | null): void {
    const what = candidate ?? { completed: true };
    this.#send({
      janus: 'trickle',
      transaction: randomUUID(),
      session_id: this.#session,
      handle_id: handle,
      candidate: what,
    });
  }

  /** Forgets a handle. */
  detach(handle: number): void {
    this.#send({
      janus: 'detach',
      transaction: randomUUID(),
      session_id: this.#session,
      handle_id: handle,
    });
  }

  /** Ends the session and the socket. */
  close(): void {
    if (this.#session !== 0) {
      this.#send({ janus: 'destroy', transaction: randomUUID(), session_id: this.#session });
    }
    this.#socket.close();
  }

  #began(session: number): void {
    this.#session = session;
    this.#keepAlive = setInterval(() => {
      this.#send({ janus: 'keepalive', transaction: randomUUID(), session_id: session });
    }, keepAliveEvery);
  }

  #ask(message: object, takesAck = true): Promise<Message> {
    const transaction = randomUUID();
    if (this.#socket.readyState !== WebSocket.OPEN) {
      return Promise.reject(new JanusRefusal('The connection to Janus has ended.'));
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(transaction);
        reject(new JanusRefusal('Janus does not answer.'));
      }, patience);
      const done =
        <Value>(then: (value: Value) => void) =>
        (value: Value): void => {
          clearTimeout(timer);
          this.#waiting.delete(transaction);
          then(value);
        };
      this.#waiting.set(transaction, { resolve: done(resolve), reject: done(reject), takesAck });
      this.#send({ ...message, transaction });
    });
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #receive(data: Buffer): void {
    const message = messageOf(data);
    if (!message) return;
    const waiting = this.#waiting.get(String(message['transaction']));
    if (waiting) answer(waiting, message);
    else if (typeof message['sender'] === 'number') {
      this.#heard(message['sender'], eventOf(message));
    }
  }

  #closed(why: string): void {
    clearInterval(this.#keepAlive);
    for (const waiting of [...this.#waiting.values()]) {
      waiting.reject(new JanusRefusal(`The connection to Janus ended: ${why}`));
    }
  }
}

function answer(waiting: Waiting, message: Message): void {
  if (message['janus'] === 'ack' && !waiting.takesAck) return;
  const problem = message['janus'] === 'error' ? record(message['error'])['reason'] : null;
  const pluginProblem = record(record(message['plugindata'])['data'])['error'];
  const wrong = problem ?? pluginProblem ?? null;
  if (wrong === null) waiting.resolve(message);
  else waiting.reject(new JanusRefusal(typeof wrong === 'string' ? wrong : 'Janus refused.'));
}

function eventOf(message: Message): JanusEvent {
  const plugin = record(record(message['plugindata'])['data']);
  const { type, sdp } = record(message['jsep']);
  const isJsep = (type === 'offer' || type === 'answer') && typeof sdp === 'string';
  const kind = message['janus'];
  return {
    kind: typeof kind === 'string' ? kind : '',
    data: kind === 'trickle' ? record(message['candidate']) : plugin,
    jsep: isJsep ? { type, sdp } : null,
  };
}

function idOf(data: unknown): number {
  const { id } = record(data);
  if (typeof id !== 'number') throw new JanusRefusal('Janus gave no id.');
  return id;
}

function messageOf(data: Buffer): Message | null {
  try {
    return record(JSON.parse(data.toString('utf8')));
  } catch {
    // Only Janus speaks here; what is not JSON is not for us.
    return null;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
