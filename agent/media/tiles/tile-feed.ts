import type { ControlPause } from '../../../workflows/domain/picture/control-pause.js';
import {
  encodePicture,
  type PictureMessage,
  type PictureWay,
  type TilesMessage,
} from '../../../workflows/domain/picture/picture-message.js';
import { canSendPointer } from '../../../workflows/domain/picture/pointer-picture.js';
import { moveLength } from '../../../workflows/domain/picture/row-move.js';
import type { ViewerMessage } from '../../../workflows/domain/picture/viewer-message.js';
import type { Area, Picture, PointerShape } from '../../platform/desktop.js';
import type { LiveListener } from '../live-screen.js';
import { FlightWindow } from './flight-window.js';
import { Gathering } from './gathering.js';
import { MoveSearch } from './move-search.js';
import { SentScreen } from './sent-screen.js';
import { tilesMessage, TileWriter } from './tile-writer.js';
import { WayChoice } from './way-choice.js';

/** The way to one viewer. */
export interface TileFeedEnds {
  send(bytes: Uint8Array): void;
  /** Whether this viewer needs the video now has changed. */
  needsVideo(needs: boolean): void;
  /** Whether the video gets through, so that it can take the tiles' place. */
  isVideoUp(): boolean;
  /** Milliseconds that only grow. */
  now(): number;
}

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'number'> : never;

const lookAgain = 200;
const patience = 3_000;
/** Bytes after which a viewer is asked what it has shown. */
const answerAfter = 4_096;
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
  readonly #moves = new MoveSearch();
  readonly #gathering = new Gathering();
  #unanswered = 0;
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
  #gathered: NodeJS.Timeout | undefined;
  /** Whether the video is to take the tiles' place as soon as it gets through. */
  #awaitsVideo = false;
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
    this.#moves.changed(parts);
    const pixels = parts.reduce((sum, { width, height }) => sum + width * height, 0);
    this.#choice.moved(pixels, this.#ends.now());
    if (this.#way === 'nothing') this.#take('tiles');
    const wait = this.#gathering.wait(pixels, this.#ends.now());
    if (wait === 0) this.#sendTiles();
    else
      this.#gathered ??= setTimeout(() => {
        this.#sendTiles();
      }, wait);
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

  /** The technician did something, and looks for what it does. */
  touched(): void {
    this.#gathering.touched(this.#ends.now());
  }

  hidden(): void {
    this.#screen = undefined;
    this.#sent?.forget();
    this.#awaitsVideo = false;
    this.#take('nothing');
  }

  close(): void {
    clearInterval(this.#looking);
    clearTimeout(this.#gathered);
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
        this.reconsider();
      }, lookAgain);
    } else if (way === 'tiles' && before === 'video') this.#handover = { number: null };
    else this.#ends.needsVideo(false);
  }

  /** Takes the way that is best now. Until the video gets through, tiles go on in its place. */
  reconsider(): void {
    if (this.#way === 'nothing') return;
    const best = this.#choice.choose(this.#ends.now());
    const way = best === 'video' && this.#ends.isVideoUp() ? 'video' : 'tiles';
    this.#await(best === 'video' && way === 'tiles', way);
    if (way === this.#way) return;
    this.#take(way);
    this.#sendTiles();
  }

  #await(awaits: boolean, way: PictureWay): void {
    const before = this.#awaitsVideo;
    this.#awaitsVideo = awaits;
    if (awaits && !before) this.#ends.needsVideo(true);
    if (!awaits && before && way === 'tiles') this.#ends.needsVideo(false);
  }

  #sendTiles(): void {
    clearTimeout(this.#gathered);
    this.#gathered = undefined;
    const [screen, sent] = [this.#screen, this.#sent];
    if (!this.#begun || this.#way !== 'tiles' || !screen || !sent) return;
    const bytes = this.#window.isOpen && !sent.isSettled ? this.#sendMarked(screen, sent) : 0;
    this.#sendPointer();
    if (this.#handover?.number === null && sent.isSettled) this.#handover.number = this.#number;
    this.#choice.sent(bytes, !sent.isSettled, this.#ends.now());
    this.reconsider();
  }

  /** Sends what changed, as much as the window holds; the last message says that it belongs together. */
  #sendMarked(screen: Picture, sent: SentScreen): number {
    const { width, height } = screen;
    let bytes = this.#sendMove(screen, sent);
    const tiles = sent.marked(this.#pointer).values();
    for (let complete = false; !complete;) {
      const batch = this.#writer.next(tiles, sent, screen);
      if (!batch && bytes === 0) return 0;
      const { areas, packed } = batch ?? nothing;
      complete = !batch || sent.isSettled || !this.#window.hasRoomFor(areas.length);
      const answer = this.#wantsAnswer(areas.length);
      const head = { number: this.#number + 1, width, height, complete, packed, answer };
      const message = tilesMessage(head, areas);
      bytes += message.length;
      this.#sendCounted(message);
    }
    this.#gathering.sent(this.#ends.now());
    return bytes;
  }

  #sendMove(screen: Picture, sent: SentScreen): number {
    const move = this.#moves.look(sent, screen, this.#ends.now());
    if (!move) return 0;
    this.#post({ kind: 'move', move });
    return moveLength;
  }

  /** An answer costs more than a small message: it is asked for when enough is under way, or waited for. */
  #wantsAnswer(bytes: number): boolean {
    this.#unanswered += bytes;
    const wants = this.#handover !== undefined || this.#unanswered >= answerAfter;
    if (wants) this.#unanswered = 0;
    return wants;
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
    if (!this.#awaitsVideo) this.#ends.needsVideo(false);
  }

  /** Sends what is too small to fill a line, and is never answered. */
  #post(message: Unnumbered<Exclude<PictureMessage, TilesMessage>>): void {
    if (!this.#begun) return;
    this.#number += 1;
    this.#ends.send(encodePicture({ ...message, number: this.#number }));
  }

  #sendCounted(bytes: Uint8Array): void {
    this.#number += 1;
    this.#window.sent(this.#number, bytes.length, this.#ends.now());
    this.#ends.send(bytes);
  }
}
