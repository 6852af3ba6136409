import type { MediaTicket } from '../desk/contract.js';
import type { Janus, JanusHandle, RoomMessage } from './janus.js';
import { RoomFeed } from './room-feed.js';

/** What a picture tells its owner. */
export interface PictureListener {
  picture(stream: MediaStream | null): void;
  /** Text or bytes from the device, beside the picture. */
  data(data: unknown): void;
}

/** The device's video, without any waiting in buffers. */
export class RoomPicture {
  readonly #feed: RoomFeed;
  readonly #listener: PictureListener;
  #videos: readonly string[] = [];
  #wanted = true;

  constructor(janus: Janus, ticket: MediaTicket, listener: PictureListener) {
    this.#listener = listener;
    this.#feed = new RoomFeed(janus, ticket, ticket.deviceParticipant, {
      message: (handle, message) => {
        this.#attend(handle, message);
      },
      track: (handle, track) => {
        if (track.kind === 'video') this.#take(handle, track);
      },
      data: (data) => {
        listener.data(data);
      },
    });
  }

  get connection(): RTCPeerConnection | null {
    return this.#feed.connection;
  }

  /** The device sends: ask for its picture, in place of an older one. */
  show(): void {
    this.#feed.take();
  }

  /** The device no longer sends. */
  hide(): void {
    this.#feed.leave();
    this.#listener.picture(null);
  }

  /** Whether the relay is to pass the video on; while tiles show the screen, it is of no use. */
  want(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (this.#feed.handle) this.#configure(this.#feed.handle);
  }

  close(): void {
    this.#feed.leave();
  }

  #attend(handle: JanusHandle, message: RoomMessage): void {
    if (message.videoroom !== 'attached' && message.videoroom !== 'updated') return;
    const videos = message.streams?.filter(({ type }) => type === 'video') ?? [];
    this.#videos = videos.map(({ mid }) => mid);
    this.#configure(handle);
  }

  /** Tells the relay to announce no playout delay, so that the browser keeps no frames back. */
  #configure(handle: JanusHandle): void {
    const setting = { min_delay: 0, max_delay: 0, send: this.#wanted };
    const streams = this.#videos.map((mid) => ({ mid, ...setting }));
    if (streams.length > 0) handle.send({ message: { request: 'configure', streams } });
  }

  #take(handle: JanusHandle, track: MediaStreamTrack): void {
    const receiver = handle.webrtcStuff.pc.getReceivers().find((one) => one.track === track);
    if (receiver) Object.assign(receiver, { playoutDelayHint: 0, jitterBufferTarget: 0 });
    this.#listener.picture(new MediaStream([track]));
  }
}
