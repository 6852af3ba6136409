import WebSocket from 'ws';
import type {
  MediaSession,
  MediaSessionStore,
} from '../../activities/store/media-session-store.js';
import { type JanusRequest, readJanusRequest } from './janus-request.js';
import { idOf, objectOf } from './json-value.js';
import { participantOf, type TicketClaims } from './media-ticket.js';
import { MessageAllowance } from './message-allowance.js';
import { closes, type RelayClose } from './relay-close.js';
import type { RelayRight } from './room-request.js';

/** What a connection is made of. */
export interface RelayConnectionOptions {
  readonly client: WebSocket;
  readonly upstream: WebSocket;
  readonly claims: TicketClaims;
  readonly right: RelayRight;
  /** A token that Janus takes now; they expire, so every request gets its own. */
  readonly janusToken: () => string;
  readonly mediaSessions: Pick<MediaSessionStore, 'add' | 'find' | 'remove'>;
  /** Awaited before this client begins a relay session, which it does when it has none to take up again. */
  readonly onBegin: () => Promise<void>;
  /** Told of each relay session that lives on this connection from now on. */
  readonly onOwned: (session: number) => void;
  readonly onError: (error: unknown) => void;
}

/** What may wait for a slow client before it has to come again. */
const mostBufferedBytes = 1_048_576;

/** One client's socket and its own socket to Janus; closing goes from the client to Janus. */
export class RelayConnection {
  readonly claims: TicketClaims;
  readonly #options: RelayConnectionOptions;
  readonly #allowance = new MessageAllowance(Date.now());
  /** The relay sessions that this client has created or rightly taken up again. */
  readonly #owned = new Set<number>();
  readonly #creating = new Set<string>();
  /** Requests are passed on in order, also while one of them waits for the store. */
  #queue: Promise<void> = Promise.resolve();
  #closing = false;
  #isAlive = true;

  constructor(options: RelayConnectionOptions) {
    this.#options = options;
    this.claims = options.claims;
    this.#attend(options);
  }

  /** The relay sessions that live on this connection. */
  get sessions(): readonly MediaSession[] {
    return [...this.#owned].map((session) => this.#mediaSession(session));
  }

  /** Ends the client's right: its relay sessions end at once, then its socket. */
  revoke(why: RelayClose): void {
    for (const session of this.#owned) {
      const destroy = { janus: 'destroy', session_id: session, transaction: 'revoked' };
      // Whoever cannot be ended by this way is lost with the socket, and ended by another.
      if (this.#sendUpstream(destroy)) this.#forget(session);
    }
    this.close(why);
  }

  /** Closes the socket only; the client may take its relay sessions up again. */
  close({ code, reason }: RelayClose): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#options.client.close(code, reason);
    // Janus still has to read a last request before its socket goes.
    this.#options.upstream.close();
    setTimeout(() => {
      this.#options.client.terminate();
    }, 2_000).unref();
  }

  /** Asks for a sign of life; who gave none since the last time is gone. */
  beat(): void {
    if (!this.#isAlive) {
      this.#options.client.terminate();
      return;
    }
    this.#isAlive = false;
    this.#options.client.ping();
  }

  #attend({ client, upstream }: RelayConnectionOptions): void {
    client.on('message', (data: Buffer, isBinary) => {
      this.#receive(data, isBinary);
    });
    client.on('pong', () => {
      this.#isAlive = true;
    });
    client.on('close', () => {
      upstream.close();
    });
    client.on('error', () => {
      client.terminate();
    });
    upstream.on('message', (data: Buffer) => {
      this.#answer(data);
    });
    upstream.on('close', () => {
      this.close(closes.restart);
    });
    upstream.on('error', () => {
      this.close(closes.later);
    });
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#closing) return;
    if (!this.#allowance.take(Date.now())) {
      this.close(closes.tooFast);
      return;
    }
    const request = isBinary ? null : readJanusRequest(data.toString('utf8'), this.#options.right);
    if (!request) {
      this.close(closes.malformed);
      return;
    }
    this.#queue = this.#queue
      .then(() => this.#pass(request))
      .catch((error: unknown) => {
        this.#options.onError(error);
        this.close(closes.later);
      });
  }

  async #pass(request: JanusRequest): Promise<void> {
    const { janus, session, transaction, message } = request;
    if (this.#closing) return;
    if (janus === 'create') {
      await this.#options.onBegin();
      this.#creating.add(transaction);
    } else if (session === null || !(await this.#owns(janus, session))) {
      this.close(closes.notAllowed);
      return;
    }
    this.#sendUpstream(message);
    if (janus === 'destroy' && session !== null) this.#forget(session);
  }

  /** A session is one's own when it was created here, or when the store knows it as the same participant's. */
  async #owns(janus: string, session: number): Promise<boolean> {
    if (this.#owned.has(session)) return true;
    if (janus !== 'claim') return false;
    const known = await this.#options.mediaSessions.find(String(session));
    const { sessionId, holder } = this.claims;
    if (known?.sessionId !== sessionId || known.participant !== participantOf(holder)) return false;
    await this.#remember(session);
    return true;
  }

  #answer(data: Buffer): void {
    const { client } = this.#options;
    const text = data.toString('utf8');
    if (this.#creating.size > 0) this.#noteCreated(text);
    if (client.readyState !== WebSocket.OPEN) return;
    client.send(text);
    if (client.bufferedAmount > mostBufferedBytes) this.close(closes.later);
  }

  #noteCreated(text: string): void {
    const message = objectOf(JSON.parse(text));
    const transaction = message?.['transaction'];
    if (typeof transaction !== 'string' || !this.#creating.delete(transaction)) return;
    const session = idOf(objectOf(message?.['data'])?.['id']);
    if (session !== null) this.#remember(session).catch(this.#options.onError);
  }

  #remember(session: number): Promise<void> {
    this.#owned.add(session);
    this.#options.onOwned(session);
    return this.#options.mediaSessions.add(this.#mediaSession(session));
  }

  #mediaSession(session: number): MediaSession {
    const { sessionId, holder } = this.claims;
    return { janusSessionId: String(session), sessionId, participant: participantOf(holder) };
  }

  #forget(session: number): void {
    this.#owned.delete(session);
    this.#options.mediaSessions.remove(String(session)).catch(this.#options.onError);
  }

  /** Answers whether there is a socket to send by. */
  #sendUpstream(message: object): boolean {
    const { upstream, janusToken } = this.#options;
    if (upstream.readyState !== WebSocket.OPEN) return false;
    upstream.send(JSON.stringify({ ...message, token: janusToken() }));
    return true;
  }
}
