import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { SchemaMediaTicket } from '../../api/generated/openapi.js';

interface Request {
  readonly janus: string;
  readonly transaction: string;
  readonly session_id?: number;
  readonly body?: { readonly request: string };
}

const handle = 2_002;

/** A desk with a relay for specs, which speaks enough of Janus to let a device into its room; what it says in one breath arrives in one piece. */
export class ScriptedRelay {
  /** What was asked of Janus, in order: `create`, `join`, `claim` and so on. */
  readonly asked: string[] = [];
  /** The sessions that nobody has destroyed. */
  readonly sessions = new Set<number>();
  readonly #afterNext = new Map<string, object>();
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, clientTracking: true });
  #lastSession = 1_000;

  private constructor() {
    this.#server = createServer();
    this.#server.on('upgrade', (request: IncomingMessage, line: Duplex, head: Buffer) => {
      this.#sockets.handleUpgrade(request, line, head, (socket) => {
        socket.on('message', (data: Buffer) => {
          line.cork();
          this.#hear(socket, JSON.parse(data.toString()) as Request);
          line.uncork();
        });
      });
    });
  }

  static async start(): Promise<ScriptedRelay> {
    const relay = new ScriptedRelay();
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many sockets there are. */
  get size(): number {
    return this.#sockets.clients.size;
  }

  mediaTicket(): Promise<SchemaMediaTicket> {
    return Promise.resolve({
      ...{ ticket: 'good', socketPath: '/media', room: 'a-room', iceServers: [] },
      ...{ participant: 'device', deviceParticipant: 'device', driver: null },
      expiresAt: '2026-11-26T12:00:00.000Z',
    });
  }

  /** The seat hears this of its room in one breath with the answer to the next request of that name. */
  sayAfterNext(request: string, data: object): void {
    this.#afterNext.set(request, data);
  }

  /** Cuts every socket, as a restart of the relay does. */
  cut(): void {
    for (const socket of this.#sockets.clients) socket.close(1012);
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    this.#server.close();
  }

  #hear(socket: WebSocket, request: Request): void {
    const name = request.body?.request ?? request.janus;
    const say = (message: object) => {
      socket.send(JSON.stringify(message));
    };
    this.asked.push(name);
    say({ transaction: request.transaction, ...this.#answer(name, request) });
    const further = this.#afterNext.get(name);
    this.#afterNext.delete(name);
    if (further) say(told(further));
  }

  #answer(name: string, { janus, session_id: session = 0 }: Request): object {
    if (name === 'create') {
      this.#lastSession += 1;
      this.sessions.add(this.#lastSession);
      return { janus: 'success', data: { id: this.#lastSession } };
    }
    if (name === 'destroy') this.sessions.delete(session);
    if (name === 'attach') return { janus: 'success', data: { id: handle } };
    if (janus === 'message') return told({ videoroom: 'event', publishers: [], participants: [] });
    return { janus: 'success' };
  }
}

function told(data: object): object {
  return { janus: 'event', sender: handle, plugindata: { data } };
}
