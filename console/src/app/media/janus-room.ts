import type { Janus as JanusClass } from './janus.js';
import { attach, connect, reconnect } from './janus.js';
import type { JanusHandle, RoomMessage } from './janus.js';
import { pictureFeedOf } from '../../../../workflows/domain/picture/room-names.js';
import type { MediaTicket } from '../desk/contract.js';
import { RoomFeed } from './room-feed.js';
import { type PictureListener, RoomPicture } from './room-picture.js';

/** What a room tells its owner. */
export interface RoomListener extends PictureListener {
  /** The way to the device is open. */
  control(channel: RTCDataChannel): void;
  /** The way for tiles from the device is open. */
  tilesOpen(): void;
  /** A message with tiles, or with what belongs to them. */
  tiles(data: ArrayBuffer): void;
  /** The device sends no tiles any more. */
  tilesEnded(): void;
  /** The connection to the relay is lost; the picture may go on for a while. */
  lost(): void;
}

/** The session's room at the relay: the device's picture in; control, and word of what was shown, out. */
export class JanusRoom {
  readonly #janus: JanusClass;
  readonly #ticket: MediaTicket;
  readonly #listener: RoomListener;
  readonly #picture: RoomPicture;
  /** What the device sends to us alone. */
  readonly #tilesFeed: string;
  readonly #tiles: RoomFeed;
  #self: JanusHandle | null = null;

  private constructor(janus: JanusClass, ticket: MediaTicket, listener: RoomListener) {
    this.#janus = janus;
    this.#ticket = ticket;
    this.#listener = listener;
    this.#picture = new RoomPicture(janus, ticket, listener);
    this.#tilesFeed = pictureFeedOf(ticket.participant);
    this.#tiles = new RoomFeed(janus, ticket, this.#tilesFeed, {
      open: () => {
        listener.tilesOpen();
      },
      data: (data) => {
        if (data instanceof ArrayBuffer) listener.tiles(data);
      },
    });
  }

  /** Joins the room of a ticket; rejects when the relay or the room does not let in. */
  static async join(ticket: MediaTicket, listener: RoomListener): Promise<JanusRoom> {
    const broken = Promise.withResolvers<never>();
    const janus = await connect(ticket, () => {
      broken.reject(new Error('The relay cut the line.'));
      listener.lost();
    });
    const room = new JanusRoom(janus, ticket, listener);
    try {
      // What is asked over a line that breaks is never answered.
      await Promise.race([room.#enter(), broken.promise]);
    } catch (failure) {
      room.close();
      throw failure;
    }
    return room;
  }

  /** Takes the same connection up again over a new socket; rejects when the relay has forgotten it. */
  async claim(ticket: MediaTicket): Promise<void> {
    await reconnect(this.#janus, ticket);
  }

  /** Whether the video is to come, beside the tiles. */
  wantVideo(wanted: boolean): void {
    this.#picture.want(wanted);
  }

  /** The peer connection that brings the video, or null before there is one. */
  get videoConnection(): RTCPeerConnection | null {
    return this.#picture.connection;
  }

  /** The peer connection that brings the tiles, or null before there is one. */
  get tilesConnection(): RTCPeerConnection | null {
    return this.#tiles.connection;
  }

  close(): void {
    this.#picture.close();
    this.#tiles.leave();
    this.#janus.destroy({ cleanupHandles: true, notifyDestroyed: false });
  }

  async #enter(): Promise<void> {
    const { room, participant } = this.#ticket;
    const joined = Promise.withResolvers<undefined>();
    this.#self = await attach(this.#janus, {
      onmessage: (message, jsep) => {
        if (message.videoroom === 'joined') joined.resolve(undefined);
        if (message.error_code !== undefined) joined.reject(new Error(message.error ?? 'room'));
        if (jsep) this.#self?.handleRemoteJsep({ jsep });
        this.#follow(message);
      },
    });
    this.#self.send({ message: { request: 'join', ptype: 'publisher', room, id: participant } });
    await joined.promise;
    this.#openWay(this.#self);
  }

  #follow(message: RoomMessage): void {
    const { deviceParticipant } = this.#ticket;
    const came = new Set(message.publishers?.map(({ id }) => id));
    if (came.has(deviceParticipant)) this.#picture.show();
    if (came.has(this.#tilesFeed)) this.#tiles.take();
    const left = message.unpublished ?? message.leaving;
    if (left === deviceParticipant) this.#picture.hide();
    if (left === this.#tilesFeed) this.#endTiles();
    if (message.videoroom === 'destroyed') this.#listener.lost();
  }

  #endTiles(): void {
    this.#tiles.leave();
    this.#listener.tilesEnded();
  }

  /** The way to the device, by which it also knows that we are here. */
  #openWay(self: JanusHandle): void {
    self.createOffer({
      tracks: [{ type: 'data', capture: false }],
      success: (jsep) => {
        self.send({ message: { request: 'publish' }, jsep });
        const channel = self.webrtcStuff.pc.createDataChannel('control', { ordered: true });
        channel.binaryType = 'arraybuffer';
        channel.onopen = () => {
          this.#listener.control(channel);
        };
      },
      error: () => {
        this.#listener.lost();
      },
    });
  }
}
