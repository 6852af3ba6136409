import type { MediaTicket } from '../desk/contract.js';
import { type Janus, type JanusHandle, type RoomMessage, attach } from './janus.js';

/** What a picture tells its owner. */
export interface PictureListener {
  picture(stream: MediaStream | null): void;
  /** Text or bytes from the device, beside the picture. */
  data(data: unknown): void;
}

const patience = 1_500;

/** The device's picture, asked for whenever the device sends one, without any waiting in buffers. */
export class RoomPicture {
  readonly #janus: Janus;
  readonly #ticket: MediaTicket;
  readonly #listener: PictureListener;
  #handle: JanusHandle | null = null;
  #wanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(janus: Janus, ticket: MediaTicket, listener: PictureListener) {
    this.#janus = janus;
    this.#ticket = ticket;
    this.#listener = listener;
  }

  get connection(): RTCPeerConnection | null {
    // janus.js has no peer connection before the first offer, whatever its types say.
    return (this.#handle?.webrtcStuff.pc as RTCPeerConnection | null | undefined) ?? null;
  }

  /** The device sends: ask for its picture, in place of an older one. */
  show(): void {
    this.#drop();
    this.#wanted = true;
    void this.#subscribe();
  }

  /** The device no longer sends. */
  hide(): void {
    this.#wanted = false;
    this.#drop();
    this.#listener.picture(null);
  }

  close(): void {
    this.#wanted = false;
    this.#drop();
  }

  async #subscribe(): Promise<void> {
    const { room, deviceParticipant } = this.#ticket;
    const handle = await attach(this.#janus, {
      onmessage: (message, jsep) => {
        if (jsep) this.#answer(handle, jsep);
        this.#hasten(handle, message);
      },
      onremotetrack: (track, _mid, on) => {
        if (on && track.kind === 'video') this.#take(handle, track);
      },
      ondata: (data: unknown) => {
        this.#listener.data(data);
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
    const streams = [{ feed: deviceParticipant }];
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

  /** Tells the relay to announce no playout delay, so that the browser keeps no frames back. */
  #hasten(handle: JanusHandle | null, message: RoomMessage): void {
    if (message.videoroom !== 'attached' && message.videoroom !== 'updated') return;
    const videos = message.streams?.filter(({ type }) => type === 'video') ?? [];
    const streams = videos.map(({ mid }) => ({ mid, min_delay: 0, max_delay: 0 }));
    if (streams.length > 0) handle?.send({ message: { request: 'configure', streams } });
  }

  #take(handle: JanusHandle | null, track: MediaStreamTrack): void {
    const receiver = handle?.webrtcStuff.pc.getReceivers().find((one) => one.track === track);
    if (receiver) Object.assign(receiver, { playoutDelayHint: 0, jitterBufferTarget: 0 });
    this.#listener.picture(new MediaStream([track]));
  }

  /** Asks once more after a while, as long as the device sends. */
  #again(handle: JanusHandle | null): void {
    if (handle !== this.#handle) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#wanted) this.show();
    }, patience);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#handle?.detach();
    this.#handle = null;
  }
}
