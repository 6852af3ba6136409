import type { ControlPause } from '../../../workflows/domain/picture/control-pause.js';
import {
  encodePicture,
  type PictureMessage,
  type PictureWay,
  type TilesMessage,
} from '../../../workflows/domain/picture/picture-message.js';
import { canSendPointer } from '../../../workflows/domain/picture/pointer-picture.js';
import type { ViewerMessage } from '../../../workflows/domain/picture/viewer-message.js';
import type { Area, Picture, PointerShape } from '../../platform/desktop.js';
import type { LiveListener } from '../live-screen.js';
import { FlightWindow } from './flight-window.js';
import { SentScreen } from './sent-screen.js';
import { tilesMessage, TileWriter } from './tile-writer.js';
import { WayChoice } from './way-choice.js';

/** The way to one viewer. */
export interface TileFeedEnds {
  send(bytes: Uint8Array): void;
  /** Whether this viewer needs the video now has changed. */
  needsVideo(needs: boolean): void;
  /** Milliseconds that only grow. */
  now(): number;
}

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'number'> : never;

const lookAgain = 200;
const patience = 3_000;
const nothing = { areas: new Uint8Array(), packed: false };

/**
 * The screen for one viewer, as tiles. What changes while the line is full is sent together later, as it
 * looks then: a slow line sees fewer pictures, never older ones.
 */
export class TileFeed implements LiveListener {
  readonly #ends: TileFeedEnds;
  readonly #window = new FlightWindow();
  readonly #choice = new WayChoice();
  readonly #writer = new TileWriter();
  #number = 0;
  /** Whether the viewer is there; before that, nothing of the screen leaves. */
  #begun = false;
  #way: PictureWay = 'nothing';
  #screen: Picture | undefined;
  #sent: SentScreen | undefined;
  #pointer = { x: 0, y: 0 };
  #pointerDue = false;
  #shape: PointerShape | undefined;
  #pause: ControlPause | null = null;
  /** Until tiles have taken the video's place: the number with which they are whole, or null while that is not sent. */
  #handover: { number: number | null } | undefined;
  #looking: NodeJS.Timeout | undefined;
  readonly #impatience: NodeJS.Timeout;

  constructor(ends: TileFeedEnds) {
    this.#ends = ends;
    // Whoever has no way to us for tiles is served as well as can be without.
    this.#impatience = setTimeout(() => {
      ends.needsVideo(true);
    }, patience);
  }

  /** The viewer says something. */
  hear(message: ViewerMessage): void {
    if (message.kind === 'begin') {
      this.#begin();
      return;
    }
    this.#window.shown(message.number, this.#ends.now());
    this.#handOver(message.number);
    this.#sendTiles();
  }

  changed(picture: Picture, parts: readonly Area[]): void {
    const fits = this.#sent?.width === picture.width && this.#sent.height === picture.height;
    if (!fits) this.#sent = new SentScreen(picture);
    this.#sent?.mark(parts);
    this.#screen = picture;
    const pixels = parts.reduce((sum, { width, height }) => sum + width * height, 0);
    this.#choice.moved(pixels, this.#ends.now());
    if (this.#way === 'nothing') this.#take(this.#choice.choose(this.#ends.now()));
    this.#sendTiles();
  }

  pointerMoved(x: number, y: number): void {
    this.#pointer = { x, y };
    this.#pointerDue = true;
    this.#sendPointer();
  }

  pointerShaped(shape: PointerShape): void {
    this.#shape = shape;
    if (canSendPointer(shape)) this.#post({ kind: 'pointer-shape', shape });
  }

  /** Control is taken from now on, or why not. */
  controlPaused(pause: ControlPause | null): void {
    if (pause === this.#pause) return;
    this.#pause = pause;
    this.#post({ kind: 'control', pause });
  }

  hidden(): void {
    this.#screen = undefined;
    this.#sent?.forget();
    this.#take('nothing');
  }

  close(): void {
    clearInterval(this.#looking);
    clearTimeout(this.#impatience);
    this.#begun = false;
    this.#screen = undefined;
  }

  #begin(): void {
    clearTimeout(this.#impatience);
    this.#begun = true;
    this.#number = 0;
    this.#window.clear();
    this.#sent?.forget();
    this.#post({ kind: 'way', way: this.#way });
    if (this.#pause) this.#post({ kind: 'control', pause: this.#pause });
    if (this.#shape) this.pointerShaped(this.#shape);
    this.#pointerDue = true;
    if (this.#way !== 'video') this.#handover = { number: null };
    this.#sendTiles();
  }

  #take(way: PictureWay): void {
    if (way === this.#way) return;
    const before = this.#way;
    this.#way = way;
    this.#post({ kind: 'way', way });
    clearInterval(this.#looking);
    this.#handover = undefined;
    if (way === 'video') {
      this.#ends.needsVideo(true);
      this.#looking = setInterval(() => {
        this.#reconsider();
      }, lookAgain);
    } else if (way === 'tiles' && before === 'video') this.#handover = { number: null };
    else this.#ends.needsVideo(false);
  }

  #reconsider(): void {
    if (this.#way === 'nothing') return;
    const way = this.#choice.choose(this.#ends.now());
    if (way === this.#way) return;
    this.#take(way);
    this.#sendTiles();
  }

  #sendTiles(): void {
    const [screen, sent] = [this.#screen, this.#sent];
    if (!this.#begun || this.#way !== 'tiles' || !screen || !sent) return;
    const bytes = this.#window.isOpen && !sent.isSettled ? this.#sendMarked(screen, sent) : 0;
    this.#sendPointer();
    if (this.#handover?.number === null && sent.isSettled) this.#handover.number = this.#number;
    this.#choice.sent(bytes, !sent.isSettled, this.#ends.now());
    this.#reconsider();
  }

  /** Sends what changed, as much as the window holds; the last message says that it belongs together. */
  #sendMarked(screen: Picture, sent: SentScreen): number {
    const { width, height } = screen;
    const tiles = sent.marked(this.#pointer).values();
    let bytes = 0;
    for (let complete = false; !complete;) {
      const batch = this.#writer.next(tiles, sent, screen);
      if (!batch && bytes === 0) return 0;
      const { areas, packed } = batch ?? nothing;
      complete = !batch || sent.isSettled || !this.#window.hasRoomFor(areas.length);
      const head = { number: this.#number + 1, width, height, complete, packed };
      const message = tilesMessage(head, areas);
      bytes += message.length;
      this.#sendNumbered(message);
    }
    return bytes;
  }

  /** Where the pointer stands; while the line is full, later. */
  #sendPointer(): void {
    if (!this.#begun || !this.#pointerDue || !this.#window.isOpen) return;
    this.#pointerDue = false;
    this.#post({ kind: 'pointer-place', ...this.#pointer });
  }

  /** Once the viewer has shown the tiles that take the video's place, the video can end. */
  #handOver(shown: number): void {
    const whole = this.#handover?.number;
    if (whole === null || whole === undefined || shown < whole) return;
    this.#handover = undefined;
    this.#ends.needsVideo(false);
  }

  #post(message: Unnumbered<Exclude<PictureMessage, TilesMessage>>): void {
    if (this.#begun) this.#sendNumbered(encodePicture({ ...message, number: this.#number + 1 }));
  }

  #sendNumbered(bytes: Uint8Array): void {
    this.#number += 1;
    this.#window.sent(this.#number, bytes.length, this.#ends.now());
    this.#ends.send(bytes);
  }
}
