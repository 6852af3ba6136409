import type { MediaTicket } from '../desk/contract.js';
import { type Janus, type JanusHandle, type RoomMessage, attach } from './janus.js';

/** What comes of a feed, beside text. */
export interface FeedListener {
  /** The relay says something of the feed, such as which streams it has. */
  message?(handle: JanusHandle, message: RoomMessage): void;
  track?(handle: JanusHandle, track: MediaStreamTrack): void;
  /** Text or bytes. */
  data?(data: unknown): void;
  /** From now on the relay passes data on; what came before is lost. */
  open?(): void;
}

const patience = 1_500;

/** One sender's feed in the room, asked for whenever there is one. */
export class RoomFeed {
  readonly #janus: Janus;
  readonly #room: string;
  readonly #feed: string;
  readonly #listener: FeedListener;
  #handle: JanusHandle | null = null;
  #wanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(janus: Janus, { room }: MediaTicket, feed: string, listener: FeedListener) {
    this.#janus = janus;
    this.#room = room;
    this.#feed = feed;
    this.#listener = listener;
  }

  get handle(): JanusHandle | null {
    return this.#handle;
  }

  get connection(): RTCPeerConnection | null {
    // janus.js has no peer connection before the first offer, whatever its types say.
    return (this.#handle?.webrtcStuff.pc as RTCPeerConnection | null | undefined) ?? null;
  }

  /** There is a feed: take it, in place of an older one. */
  take(): void {
    this.leave();
    this.#wanted = true;
    void this.#subscribe();
  }

  leave(): void {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#handle?.detach();
    this.#handle = null;
  }

  async #subscribe(): Promise<void> {
    let opened = false;
    const handle = await attach(this.#janus, {
      onmessage: (message, jsep) => {
        if (jsep) this.#answer(handle, jsep);
        if (handle) this.#listener.message?.(handle, message);
      },
      onremotetrack: (track, _mid, on) => {
        if (on && handle) this.#listener.track?.(handle, track);
      },
      ondataopen: () => {
        if (!opened) this.#listener.open?.();
        opened = true;
      },
      ondata: (data: unknown) => {
        this.#listener.data?.(data);
      },
      iceState: (state) => {
        if (state === 'failed') this.#again(handle);
      },
    }).catch(() => null);
    if (!handle) return;
    if (!this.#wanted) {
      handle.detach();
      return;
    }
    this.#handle = handle;
    const streams = [{ feed: this.#feed }];
    const room = this.#room;
    handle.send({ message: { request: 'join', ptype: 'subscriber', room, streams } });
  }

  #answer(
    handle: JanusHandle | null,
    jsep: Parameters<JanusHandle['handleRemoteJsep']>[0]['jsep'],
  ): void {
    handle?.createAnswer({
      jsep,
      tracks: [{ type: 'data', capture: false }],
      success: (answer) => {
        handle.send({ message: { request: 'start' }, jsep: answer });
      },
      error: () => {
        this.#again(handle);
      },
    });
  }

  /** Asks once more after a while, as long as there is a feed. */
  #again(handle: JanusHandle | null): void {
    if (handle !== this.#handle) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#wanted) this.take();
    }, patience);
  }
}
