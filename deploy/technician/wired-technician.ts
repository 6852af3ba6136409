import { setInterval as every } from 'node:timers';
import { JanusClient, type JanusEvent, JanusRefusal } from '../../agent/media/janus-client.js';
import type { JanusLine } from '../../agent/media/janus-line.js';
import { MediaHandle } from '../../agent/media/media-handle.js';
import { sendIfOpen } from '../../agent/media/send-if-open.js';
import { TechnicianChannel } from '../../agent/media/technician-channel.js';
import type { DataChannel } from '../../agent/media/webrtc.js';
import type { SchemaMediaTicket } from '../../api/generated/openapi.js';
import { nextCounter } from '../../workflows/domain/control/control-counter.js';
import { decodePicture } from '../../workflows/domain/picture/picture-message.js';
import { pictureFeedOf } from '../../workflows/domain/picture/room-names.js';
import { encodeViewer } from '../../workflows/domain/picture/viewer-message.js';
import { newScriptPeer } from './script-peer.js';
import { signedMove } from './signed-move.js';

const betweenInputs = 15;

/**
 * A technician's end of a session's media without a browser: takes every picture, moves the mouse all the
 * time under whichever driver's key they were last given, and notes when the last picture came.
 */
export class WiredTechnician {
  readonly #ticket: SchemaMediaTicket;
  readonly #client: JanusClient;
  readonly #line: JanusLine;
  #own: MediaHandle | undefined;
  #channel: DataChannel | undefined;
  #picture: TechnicianChannel | undefined;
  #driver: SchemaMediaTicket['driver'];
  #moving: NodeJS.Timeout | undefined;
  #counter: number | null = null;
  #left = false;
  lastPictureAt = Number.NEGATIVE_INFINITY;

  private constructor(ticket: SchemaMediaTicket, client: JanusClient) {
    this.#ticket = ticket;
    this.#driver = ticket.driver;
    this.#client = client;
    this.#line = { client, handles: new Map(), newPeer: newScriptPeer };
  }

  /** Joins the room of a ticket of this desk. */
  static async join(desk: string, ticket: SchemaMediaTicket): Promise<WiredTechnician> {
    const address = new URL(ticket.socketPath, desk.replace(/^http/, 'ws'));
    const client = await JanusClient.open(
      address,
      ticket.ticket,
      (handle, event) => {
        technician.#hear(handle, event);
      },
      () => undefined,
    );
    const technician = new WiredTechnician(ticket, client);
    await client.create();
    await technician.#enter();
    return technician;
  }

  /** Goes on under another driver's key. */
  drive({ driver }: Pick<SchemaMediaTicket, 'driver'>): void {
    this.#driver = driver;
  }

  leave(): void {
    this.#left = true;
    clearInterval(this.#moving);
    for (const handle of [...this.#line.handles.values()]) handle.close();
    this.#client.close();
  }

  async #enter(): Promise<void> {
    const { room, participant, iceServers } = this.#ticket;
    const id = await this.#client.attach();
    const own = new MediaHandle(this.#line, id, iceServers, () => undefined);
    this.#own = own;
    const { data } = await this.#client.ask(id, {
      request: 'join',
      ptype: 'publisher',
      room,
      id: participant,
    });
    const channel = own.peer.createDataChannel('control', { ordered: true });
    channel.onopen = () => {
      this.#channel = channel;
    };
    const offer = await own.peer.createOffer();
    await own.peer.setLocalDescription(offer);
    const { jsep } = await this.#client.ask(id, { request: 'publish' }, offer);
    if (jsep) await own.describe(jsep);
    this.#meet(data);
    this.#moving = every(() => {
      this.#move();
    }, betweenInputs);
  }

  #hear(handle: number, event: JanusEvent): void {
    this.#line.handles.get(handle)?.hear(event);
    if (handle === this.#own?.id) this.#meet(event.data);
  }

  #meet({ publishers }: Readonly<Record<string, unknown>>): void {
    const feed = pictureFeedOf(this.#ticket.participant);
    if (!Array.isArray(publishers)) return;
    const isThere = publishers.some((one) => (Object(one) as { id?: unknown }).id === feed);
    if (isThere) void this.#takeIfThere(feed);
  }

  /** Where the desk ends the connection meanwhile, no picture comes, as whoever waits for one sees. */
  async #takeIfThere(feed: string): Promise<void> {
    try {
      await this.#take(feed);
    } catch (error) {
      if (!(error instanceof JanusRefusal)) throw error;
    }
  }

  async #take(feed: string): Promise<void> {
    if (this.#left) return;
    this.#picture?.handle.close();
    this.#picture = await TechnicianChannel.open(
      this.#line,
      this.#ticket,
      feed,
      (bytes) => {
        this.#see(bytes);
      },
      () => {
        void this.#takeIfThere(feed);
      },
    );
  }

  #see(bytes: Uint8Array): void {
    const message = decodePicture(bytes);
    if (!message) return;
    if (message.kind === 'tiles') this.lastPictureAt = performance.now();
    this.#say(encodeViewer({ kind: 'shown', number: message.number }));
  }

  #move(): void {
    // Until the first picture the device may not know of us yet.
    if (this.lastPictureAt < 0) this.#say(encodeViewer({ kind: 'begin' }));
    if (!this.#driver) return;
    this.#counter = nextCounter(this.#counter, Date.now());
    const { epoch, key } = this.#driver;
    const place = { x: (this.#counter % 100) / 100, y: 0.5 };
    this.#say(signedMove({ epoch, counter: this.#counter }, key, place));
  }

  #say(bytes: Uint8Array): void {
    if (this.#channel) sendIfOpen(this.#channel, bytes);
  }
}
