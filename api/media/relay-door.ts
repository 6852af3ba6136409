import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import WebSocket, { WebSocketServer } from 'ws';
import type { LiveFeed } from '../../activities/store/feed/live-feed.js';
import type { MediaSessionStore } from '../../activities/store/media-session-store.js';
import type { SessionRecord } from '../../activities/record/session-record.js';
import type { StaffSessionStore } from '../../activities/store/staff-session-store.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { refuseUpgrade } from '../http/refuse-upgrade.js';
import { isPicture, isPictureFor, isWindow } from '../../workflows/domain/picture/room-names.js';
import { isOwnOrigin } from '../http/same-origin.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import { whyNoPicture } from './media-standing.js';
import {
  openTicket,
  participantOf,
  roomNameOf,
  type TicketClaims,
  type TicketHolder,
} from './media-ticket.js';
import { LostSessions } from './lost-sessions.js';
import type { RelayRooms } from './media-tickets.js';
import { closes, type RelayClose } from './relay-close.js';
import { RelayConnection } from './relay-connection.js';
import type { RelayRight } from './room-request.js';

/** What the relay needs of the world. */
export interface RelayDoorOptions {
  readonly publicUrl: URL;
  readonly janusUrl: string;
  readonly ticketKey: Buffer;
  readonly janusToken: () => string;
  readonly rooms: RelayRooms;
  readonly policy: PolicyDesk;
  readonly feed: Pick<LiveFeed, 'subscribe'>;
  readonly record: Pick<SessionRecord, 'find'>;
  readonly staffSessions: Pick<StaffSessionStore, 'find'>;
  readonly mediaSessions: MediaSessionStore;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const largestFrame = 131_072;
const upstreamPatienceMs = 5_000;
/** Beats come every ten seconds: what three of them have left out has nobody any more. */
const unattendedMs = 30_000;
/** The device hears of an end by its own stream, and leaves by itself, which is gentler (docs/decisions/0091). */
const leaveMs = 400;

/** The one door to Janus for browsers and helpers: ticket and policy at the door, and ever after. */
export class RelayDoor {
  readonly #options: RelayDoorOptions;
  readonly #connections = new Set<RelayConnection>();
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    clientTracking: true,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('janus-protocol') ? 'janus-protocol' : false),
  });
  readonly #lost: LostSessions;
  #unsubscribe: (() => void) | null = null;

  constructor(options: RelayDoorOptions) {
    this.#options = options;
    this.#lost = new LostSessions(options);
  }

  start(): void {
    this.#unsubscribe = this.#options.feed.subscribe((changes) => {
      for (const { kind, row } of changes) if (kind === 'session') this.follow(row.session);
    });
    // A process that is gone has left relay sessions behind, whose rights may have ended meanwhile.
    this.#adopt(0).catch(this.#options.onError);
  }

  /** Closes every socket so that clients come again; their relay sessions wait for them at Janus. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    for (const connection of this.#connections) connection.close(closes.restart);
    this.#server.close();
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Takes over an HTTP request that wants to become the relay's socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!isOwnOrigin({ origin: request.headers.origin }, this.#options.publicUrl)) {
      refuseUpgrade(socket, 403);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => {
        client.terminate();
      });
      this.#admit(client, ticketIn(request)).catch((error: unknown) => {
        this.#options.onError(error);
        refuse(client, closes.later);
      });
    });
  }

  /** Notes which relay sessions have their socket, and looks for clients that are gone. */
  async beat(): Promise<void> {
    for (const connection of this.#connections) connection.beat();
    await this.#options.mediaSessions.seen([...this.#attended()]);
    await this.#adopt(unattendedMs);
    await this.recheck();
  }

  /** Tries again to end at Janus what could not be ended when its right did. */
  endLost(): Promise<void> {
    return this.#lost.endCondemned();
  }

  /** Asks again whether everybody connected still may be; for changes that no session tells of. */
  async recheck(): Promise<void> {
    await Promise.all([...this.#connections].map((connection) => this.#recheckOne(connection)));
    await this.#lost.recheck().catch(this.#options.onError);
  }

  /** Ends for whom the session, as it is now, has no picture any more. */
  follow(session: Session): void {
    const { policy, onError } = this.#options;
    for (const connection of this.#connections) {
      if (connection.claims.sessionId !== session.id) continue;
      const hindrance = whyNoPicture(session, connection.claims.holder, policy);
      if (hindrance) this.#end(connection, hindrance);
    }
    this.#lost.follow(session).catch(onError);
  }

  /** Ends what a sign-in that is over has open here. */
  closeSignIn(signInHash: string): void {
    for (const connection of this.#connections) {
      const { holder } = connection.claims;
      if (holder.kind === 'technician' && holder.signInHash === signInHash) {
        connection.revoke(closes.notAllowed);
      }
    }
  }

  async #admit(client: WebSocket, ticket: string): Promise<void> {
    const { ticketKey, now, rooms } = this.#options;
    // What the client sends before Janus is there must not be lost.
    client.pause();
    const claims = openTicket(ticketKey, ticket, now());
    if (!claims) {
      refuse(client, closes.ticket);
      return;
    }
    const hindrance = await this.#whyNot(claims);
    if (hindrance) {
      refuse(client, hindrance);
      return;
    }
    const { name: room, pin } = await rooms.ensureRoom(claims.sessionId);
    const upstream = await this.#dial();
    if (client.readyState !== WebSocket.OPEN) {
      upstream.close();
      return;
    }
    this.#connect(client, upstream, claims, rightOf(claims, room, pin));
  }

  #connect(client: WebSocket, upstream: WebSocket, claims: TicketClaims, right: RelayRight): void {
    const { janusToken, mediaSessions, onError } = this.#options;
    const { sessionId, holder } = claims;
    const connection = new RelayConnection({
      client,
      upstream,
      claims,
      right,
      janusToken,
      mediaSessions,
      onBegin: () => this.#begin(holder, sessionId),
      onOwned: (session) => {
        this.#lost.found(String(session));
      },
      onError,
    });
    this.#connections.add(connection);
    client.on('close', () => {
      this.#connections.delete(connection);
      this.#lost.add(connection.sessions);
    });
    client.resume();
    // Between the first look and now, the feed told nobody of this connection.
    void this.#recheckOne(connection);
  }

  /** A device that begins anew has left its name in the room; a technician's window has a new one each time. */
  async #begin(holder: TicketHolder, sessionId: string): Promise<void> {
    if (holder.kind !== 'device') return;
    const participant = participantOf(holder);
    await this.#lost.endOf({ sessionId, participant }).catch(this.#options.onError);
  }

  #dial(): Promise<WebSocket> {
    const upstream = new WebSocket(this.#options.janusUrl, 'janus-protocol', {
      handshakeTimeout: upstreamPatienceMs,
      perMessageDeflate: false,
    });
    return new Promise((resolve, reject) => {
      upstream.once('open', () => {
        resolve(upstream);
      });
      upstream.once('error', reject);
    });
  }

  #attended(): ReadonlySet<string> {
    const sessions = [...this.#connections].flatMap((connection) => connection.sessions);
    return new Set(sessions.map(({ janusSessionId }) => janusSessionId));
  }

  #adopt(quietMs: number): Promise<void> {
    return this.#lost.adopt(quietMs, this.#attended());
  }

  #end(connection: RelayConnection, hindrance: RelayClose): void {
    if (connection.claims.holder.kind === 'technician') connection.revoke(hindrance);
    else setTimeout(() => void this.#recheckOne(connection), leaveMs).unref();
  }

  async #recheckOne(connection: RelayConnection): Promise<void> {
    if (!this.#connections.has(connection)) return;
    try {
      const hindrance = await this.#whyNot(connection.claims);
      if (hindrance) connection.revoke(hindrance);
    } catch (error) {
      // The database is away: what was allowed goes on, as the agent's own lease decides on control.
      this.#options.onError(error);
    }
  }

  async #whyNot({ sessionId, holder }: TicketClaims): Promise<RelayClose | null> {
    const { record, staffSessions, policy } = this.#options;
    const session = await record.find(sessionId);
    if (!session) return closes.ended;
    const signedIn =
      holder.kind === 'device' || (await staffSessions.find(holder.signInHash)) !== null;
    return signedIn ? whyNoPicture(session, holder, policy) : closes.notAllowed;
  }
}

function ticketIn({ headers }: IncomingMessage): string {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  return offered.find((part) => part.startsWith('ticket.'))?.slice('ticket.'.length) ?? '';
}

function refuse(client: WebSocket, { code, reason }: RelayClose): void {
  client.resume();
  client.close(code, reason);
}

function rightOf({ holder }: TicketClaims, room: string, pin: string | null): RelayRight {
  const common = { room, pin, participant: roomNameOf(holder) };
  if (holder.kind === 'device') {
    return {
      ...common,
      mayBe: isPicture,
      publishesPicture: true,
      mayTake: isWindow,
    };
  }
  const { technician } = holder;
  return {
    ...common,
    mayBe: () => false,
    publishesPicture: false,
    // The video is for everybody who watches; the tiles are for each technician's own windows.
    mayTake: (feed) => feed === 'device' || isPictureFor(technician, feed),
  };
}
