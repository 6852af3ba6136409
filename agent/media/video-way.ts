import { setTimeout as wait } from 'node:timers/promises';
import type { RoomSeat } from './room-seat.js';
import type { VideoTrack } from './webrtc.js';

/** The connection outlives the need for a while: who needs a video soon needs it again. */
const usualLingerMs = 20_000;
const pauseAfterFailure = 1_000;

/** What the way needs. */
export interface VideoWayOptions {
  /** The track to send, made when it is first needed. */
  readonly track: () => VideoTrack;
  /** Told when the video gets through, and when it no longer does. */
  readonly up: (isUp: boolean) => void;
  readonly lingerMs?: number;
}

/** Sends the video from a seat while somebody needs it: a connection that only might be needed costs all the time. */
export class VideoWay {
  readonly #options: VideoWayOptions;
  #seat: RoomSeat | undefined;
  /** The seat that sends it, or has at least begun to. */
  #sender: RoomSeat | undefined;
  #wanted = false;
  #settling = false;
  #lingering: NodeJS.Timeout | undefined;

  constructor(options: VideoWayOptions) {
    this.#options = options;
  }

  /** Whether somebody needs it now. */
  need(needed: boolean): void {
    clearTimeout(this.#lingering);
    if (needed) this.#want(true);
    else
      this.#lingering = setTimeout(() => {
        this.#want(false);
      }, this.#options.lingerMs ?? usualLingerMs);
  }

  /** From now on it is sent from this seat; from none while there is none. */
  sitOn(seat: RoomSeat | undefined): void {
    if (this.#sender) this.#options.up(false);
    this.#sender = undefined;
    this.#seat = seat;
    void this.#settle();
  }

  close(): void {
    clearTimeout(this.#lingering);
    this.#wanted = false;
    this.#seat = undefined;
    this.#sender = undefined;
  }

  #want(wanted: boolean): void {
    this.#wanted = wanted;
    void this.#settle();
  }

  /** Sends or ends it, one after the other, until it is as wanted. */
  async #settle(): Promise<void> {
    if (this.#settling) return;
    this.#settling = true;
    for (let seat = this.#seat; seat && !this.#isSettled(seat); seat = this.#seat) {
      try {
        await (this.#wanted ? this.#send(seat) : this.#end(seat));
      } catch {
        // Janus is away or refused. Where the seat is kept, what was begun is taken back before the next try.
        await wait(pauseAfterFailure);
        if (seat === this.#seat) await seat.endVideo().catch(() => undefined);
        this.#sender = undefined;
      }
    }
    this.#settling = false;
  }

  #isSettled(seat: RoomSeat): boolean {
    return (this.#sender === seat) === this.#wanted;
  }

  async #send(seat: RoomSeat): Promise<void> {
    this.#sender = seat;
    await seat.sendVideo(this.#options.track(), (isUp) => {
      if (seat === this.#sender) this.#heard(seat, isUp);
    });
  }

  async #end(seat: RoomSeat): Promise<void> {
    this.#sender = undefined;
    this.#options.up(false);
    await seat.endVideo();
  }

  #heard(seat: RoomSeat, isUp: boolean): void {
    this.#options.up(isUp);
    if (isUp) return;
    this.#sender = undefined;
    // What Janus still has of it must go before it is sent anew.
    void seat
      .endVideo()
      .catch(() => undefined)
      .then(() => this.#settle());
  }
}
