import {
  DestroyRef,
  Injectable,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import type { DriverKey, MediaTicket } from '../desk/contract.js';
import { DeskApi } from '../desk/desk-api.js';
import { DeskProblem } from '../desk/desk-problem.js';
import { ControlSender } from './control-sender.js';
import { type DeviceStatus, deviceStatusOf } from './device-status.js';
import type { JanusRoom } from './janus-room.js';
import { type LineQuality, lineQualityOf } from './line-quality.js';
import type { Size } from './picture-area.js';
import { lastCloseCode } from './ticket-socket.js';
import { Tiles } from './tiles.js';

export type PictureState = 'off' | 'connecting' | 'waiting' | 'showing' | 'again' | 'refused';

/** Close codes of the relay after which the same right is of no use any more. */
const final: ReadonlySet<number> = new Set([4403, 4404]);
const firstPause = 300;
const longestPause = 4_000;

/** The picture of one session and the way back for control; it comes again by itself whatever restarts. */
@Injectable()
export class Picture {
  readonly #api = inject(DeskApi);
  readonly #stream = signal<MediaStream | null>(null);
  readonly #state = signal<PictureState>('off');
  readonly #quality = signal<LineQuality | null>(null);
  readonly #control = signal<(DeviceStatus & { type: 'control' }) | null>(null);
  readonly #sender = signal<ControlSender | null>(null);
  #stop: AbortController | null = null;
  #room: JanusRoom | null = null;
  #channel: RTCDataChannel | null = null;
  #driver: DriverKey | null = null;
  #lost: (() => void) | null = null;
  readonly #pictures = signal(0);
  readonly #counted = { at: 0, pictures: 0 };

  readonly tiles = new Tiles();
  readonly stream = this.#stream.asReadonly();
  /** The size of the video that has begun to play, or null while the present one has not. */
  readonly videoSize = linkedSignal<unknown, Size | null>({
    source: () => [this.#stream(), this.tiles.way() === 'video'],
    computation: () => null,
  });
  /** By which of the two the screen is seen now. While one takes the other's place, the one before stays. */
  readonly face = linkedSignal<'tiles' | 'video' | null, 'tiles' | 'video' | null>({
    source: () => this.#ready(),
    computation: (ready, before) => ready ?? (this.#ended() ? null : (before?.value ?? null)),
  });
  readonly size = computed(() => (this.face() === 'tiles' ? this.tiles.size() : this.videoSize()));
  readonly state = computed<PictureState>(() => {
    const state = this.#state();
    return state === 'waiting' && this.face() !== null ? 'showing' : state;
  });
  /** How many pictures have come by tiles, as of the last second. */
  readonly pictures = this.#pictures.asReadonly();
  readonly quality = this.#quality.asReadonly();
  /** Sends control messages; null while somebody else drives or there is no way to the device. */
  readonly sender = this.#sender.asReadonly();
  /** Why the device takes no control just now; null while it does. */
  readonly paused = computed(() => {
    const control = this.#control();
    const told = control?.paused ? (control.reason ?? 'paused-by-user') : null;
    return this.tiles.controlPause() ?? told;
  });

  constructor() {
    const timer = setInterval(() => void this.#measure(), 1_000);
    effect(() => {
      this.#room?.wantVideo(this.#wantsVideo());
    });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.stop();
      this.tiles.close();
    });
  }

  /** Shows the picture of a session until it is stopped. */
  start(id: string): void {
    this.stop();
    const stop = new AbortController();
    this.#stop = stop;
    this.#state.set('connecting');
    void this.#keep(id, stop.signal);
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#lost?.();
    this.#forget();
    this.tiles.clear();
    this.#state.set('off');
  }

  /** Learns anew who drives and under which key, after the turn at the mouse has changed. */
  async turn(id: string): Promise<void> {
    const stop = this.#stop;
    // The next attempt to connect asks again.
    const ticket = await this.#api.mediaTicket(id).catch(() => null);
    if (ticket && stop === this.#stop) this.#take(ticket);
  }

  async #keep(id: string, stop: AbortSignal): Promise<void> {
    let pause = firstPause;
    while (this.#stop?.signal === stop) {
      const outcome = await this.#once(id, stop);
      if (stop.aborted) return;
      if (outcome === 'refused') this.#forget();
      this.#state.set(outcome === 'refused' ? 'refused' : 'again');
      pause = outcome === 'held' ? firstPause : Math.min(longestPause, pause * 2);
      // A new ticket is a new right: the desk is asked again, slowly, for as long as the session says that one may watch.
      await new Promise((resolve) =>
        setTimeout(resolve, outcome === 'refused' ? longestPause : pause),
      );
    }
  }

  /** Connects once and stays until the connection is lost. */
  async #once(id: string, stop: AbortSignal): Promise<'held' | 'failed' | 'refused'> {
    try {
      const ticket = await this.#api.mediaTicket(id);
      if (stop.aborted) return 'refused';
      const lost = new Promise<void>((resolve) => {
        this.#lost = resolve;
      });
      await this.#connect(ticket, stop);
      if (this.#stop?.signal !== stop) return 'refused';
      this.#state.set('waiting');
      this.#take(ticket);
      await lost;
      return final.has(lastCloseCode() ?? 0) ? 'refused' : 'held';
    } catch (thrown) {
      // No ticket is the desk's last word, unless it could only not be reached; the rest is tried again.
      return isFinal(thrown) ? 'refused' : 'failed';
    }
  }

  /** Goes on with the room that was there, else joins anew. */
  async #connect(ticket: MediaTicket, stop: AbortSignal): Promise<void> {
    const known = this.#room;
    if (
      known &&
      (await known.claim(ticket).then(
        () => true,
        () => false,
      ))
    )
      return;
    this.#forget();
    const { JanusRoom } = await import('./janus-room.js');
    const room = await JanusRoom.join(ticket, {
      picture: (stream) => {
        this.#stream.set(stream);
      },
      data: (data) => {
        this.#hear(data);
      },
      control: (channel) => {
        this.#channel = channel;
        this.tiles.answerBy(sendingTo(channel));
        this.#prepare();
      },
      tilesOpen: () => {
        this.tiles.open();
      },
      tiles: (data) => {
        this.tiles.receive(data);
      },
      tilesEnded: () => {
        this.tiles.end();
      },
      lost: () => this.#lost?.(),
    });
    if (stop.aborted) room.close();
    else this.#room = room;
  }

  #take({ driver }: MediaTicket): void {
    this.#driver = driver;
    this.#prepare();
  }

  #prepare(): void {
    const driver = this.#driver;
    const channel = this.#channel;
    if (driver && this.#sender()?.epoch === driver.epoch) return;
    this.#sender()?.close();
    this.#sender.set(driver && channel ? new ControlSender(driver, sendingTo(channel)) : null);
  }

  #hear(data: unknown): void {
    const status = deviceStatusOf(data);
    if (status?.type === 'control') this.#control.set(status);
  }

  /** What can be shown without a doubt; null while neither can. */
  #ready(): 'tiles' | 'video' | null {
    const way = this.tiles.way();
    if (way === 'nothing') return 'tiles';
    if (way === 'tiles') return this.tiles.whole() ? 'tiles' : null;
    return this.videoSize() ? 'video' : null;
  }

  #ended(): boolean {
    return this.tiles.way() === null && this.#stream() === null;
  }

  /** The video is of no use from when the tiles have taken its place until the device changes over. */
  #wantsVideo(): boolean {
    const way = this.tiles.way();
    return way === null || way === 'video' || (way === 'tiles' && !this.tiles.whole());
  }

  async #measure(): Promise<void> {
    const byTiles = this.face() === 'tiles';
    const connection = byTiles ? this.#room?.tilesConnection : this.#room?.videoConnection;
    const pictures = this.#picturesASecond();
    const report = await connection?.getStats();
    const size = this.tiles.size();
    const ofTiles = byTiles && size ? { ...size, framesPerSecond: pictures } : null;
    this.#quality.set(report ? lineQualityOf(report, ofTiles) : null);
  }

  #picturesASecond(): number {
    const [now, { pictures }] = [performance.now(), this.tiles];
    const share = (pictures - this.#counted.pictures) / ((now - this.#counted.at) / 1_000);
    Object.assign(this.#counted, { at: now, pictures });
    this.#pictures.set(pictures);
    return Math.round(share);
  }

  #forget(): void {
    this.#room?.close();
    this.#room = null;
    this.#channel = null;
    this.tiles.answerBy(null);
    this.tiles.end();
    this.#sender()?.close();
    this.#sender.set(null);
    this.#stream.set(null);
    this.#control.set(null);
    this.#quality.set(null);
  }
}

function sendingTo(channel: RTCDataChannel): (bytes: Uint8Array<ArrayBuffer>) => void {
  return (bytes) => {
    if (channel.readyState === 'open') channel.send(bytes);
  };
}

function isFinal(thrown: unknown): boolean {
  if (!(thrown instanceof DeskProblem)) return false;
  const { status } = thrown.problem;
  return status >= 400 && status < 500 && status !== 429;
}
