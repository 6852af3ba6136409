import type { Janus as JanusClass } from './janus.js';
import { attach, connect, reconnect } from './janus.js';
import type { JanusHandle, RoomMessage } from './janus.js';
import type { MediaTicket } from '../desk/contract.js';
import { useTicket } from './ticket-socket.js';
import { type PictureListener, RoomPicture } from './room-picture.js';

/** What a room tells its owner. */
export interface RoomListener extends PictureListener {
  /** The way to the device for control messages is open. */
  control(channel: RTCDataChannel): void;
  /** The connection to the relay is lost; the picture may go on for a while. */
  lost(): void;
}

/** The session's room at the relay: the device's picture in, the driver's control out. */
export class JanusRoom {
  readonly #janus: JanusClass;
  readonly #ticket: MediaTicket;
  readonly #listener: RoomListener;
  readonly #picture: RoomPicture;
  #self: JanusHandle | null = null;
  #driving = false;

  private constructor(janus: JanusClass, ticket: MediaTicket, listener: RoomListener) {
    this.#janus = janus;
    this.#ticket = ticket;
    this.#listener = listener;
    this.#picture = new RoomPicture(janus, ticket, listener);
  }

  /** Joins the room of a ticket; rejects when the relay or the room does not let in. */
  static async join(ticket: MediaTicket, listener: RoomListener): Promise<JanusRoom> {
    useTicket(ticket.ticket);
    const janus = await connect(ticket, () => {
      listener.lost();
    });
    const room = new JanusRoom(janus, ticket, listener);
    try {
      await room.#enter();
    } catch (failure) {
      room.close();
      throw failure;
    }
    return room;
  }

  /** Takes the same connection up again over a new socket; rejects when the relay has forgotten it. */
  async claim(ticket: MediaTicket): Promise<void> {
    useTicket(ticket.ticket);
    await reconnect(this.#janus);
  }

  /** Opens the way for control messages, once. */
  drive(): void {
    if (this.#driving || !this.#self) return;
    this.#driving = true;
    const self = this.#self;
    self.createOffer({
      tracks: [{ type: 'data', capture: false }],
      success: (jsep) => {
        self.send({ message: { request: 'publish' }, jsep });
        this.#openControl(self);
      },
      error: () => {
        this.#driving = false;
      },
    });
  }

  /** The peer connection that brings the picture, or null before there is one. */
  get pictureConnection(): RTCPeerConnection | null {
    return this.#picture.connection;
  }

  close(): void {
    this.#picture.close();
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
  }

  #follow(message: RoomMessage): void {
    const { deviceParticipant } = this.#ticket;
    if (message.publishers?.some(({ id }) => id === deviceParticipant)) this.#picture.show();
    const left = message.unpublished ?? message.leaving;
    if (left === deviceParticipant) this.#picture.hide();
    if (message.videoroom === 'destroyed') this.#listener.lost();
  }

  #openControl(self: JanusHandle): void {
    const channel = self.webrtcStuff.pc.createDataChannel('control', { ordered: true });
    channel.binaryType = 'arraybuffer';
    channel.onopen = () => {
      this.#listener.control(channel);
    };
  }
}
