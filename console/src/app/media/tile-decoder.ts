import { inflateSync } from 'fflate';
import type { ControlPause } from '../../../../workflows/domain/picture/control-pause.js';
import {
  decodePicture,
  mostAreasBytes,
  type PictureMessage,
  type PictureWay,
  type TilesMessage,
} from '../../../../workflows/domain/picture/picture-message.js';
import { fitsMove, moveRows, type RowMove } from '../../../../workflows/domain/picture/row-move.js';
import type { PointerPicture } from '../../../../workflows/domain/picture/pointer-picture.js';
import { AreaDrawer, type TileArea } from '../../../../workflows/domain/picture/tile-areas.js';

/** Part of the screen as it is to be seen. */
export interface ScreenPiece {
  readonly x: number;
  readonly y: number;
  readonly image: ImageData;
}

/** What the decoder tells. */
export type DecoderNews =
  /** These pieces are painted, and over them the pointer at its place when there is one. */
  | {
      readonly kind: 'paint';
      readonly pieces: readonly ScreenPiece[];
      readonly pointer: Place | null;
    }
  /** What the pointer looks like from the next painting on; null when it is not seen. */
  | { readonly kind: 'pointer'; readonly shape: PointerPicture | null }
  /** A message was dealt with; `whole` says that the picture is complete with it. */
  | {
      readonly kind: 'shown';
      readonly number: number;
      readonly whole: boolean;
      /** The device wants to know. */
      readonly answer: boolean;
    }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'way'; readonly way: PictureWay }
  | { readonly kind: 'control'; readonly pause: ControlPause | null }
  /** Something is missing or was malformed: nothing is shown until the device begins anew. */
  | { readonly kind: 'broken' };

interface Place {
  readonly x: number;
  readonly y: number;
}

const dark = 0xff181818;
/** More areas than these are painted in one piece. */
const manyAreas = 24;

/** Makes of what the device sends the pieces that are painted; the whole screen stays with it. */
export class TileDecoder {
  readonly #tell: (news: DecoderNews) => void;
  readonly #drawer = new AreaDrawer();
  #screen = { width: 1, height: 1, pixels: new Uint32Array(1) };
  #next: number | null = null;
  #areas: TileArea[] = [];
  #pointer = new PointerPlace();

  constructor(tell: (news: DecoderNews) => void) {
    this.#tell = tell;
  }

  /** The device was asked to begin anew: all before its first message is old. */
  begin(): void {
    this.#next = 1;
    this.#areas = [];
  }

  /** Shows nothing, and takes nothing until it begins again. */
  clear(): void {
    this.#next = null;
    this.#areas = [];
    this.#darken();
  }

  /** Tells the whole again, for a canvas that has seen nothing of it. */
  repeat(): void {
    const { width, height } = this.#screen;
    this.#tell({ kind: 'size', width, height });
    this.#tell({ kind: 'pointer', shape: this.#pointer.shape });
    this.#paint([wholeOf(this.#screen)]);
  }

  receive(bytes: Uint8Array): void {
    if (this.#next === null) return;
    const message = decodePicture(bytes);
    if (message?.number === this.#next && this.#take(message)) {
      this.#next += 1;
      const isTiles = message.kind === 'tiles';
      const whole = isTiles && message.complete;
      const answer = isTiles && message.answer;
      this.#tell({ kind: 'shown', number: message.number, whole, answer });
    } else if (this.#next > 1) {
      // Before the first message others may come that are left over; after it each must follow the last.
      this.#break();
    }
  }

  #break(): void {
    this.#next = null;
    this.#tell({ kind: 'broken' });
  }

  #take(message: PictureMessage): boolean {
    switch (message.kind) {
      case 'tiles':
        return this.#draw(message);
      case 'pointer-place':
        this.#pointer.place = { x: message.x, y: message.y };
        this.#paint([]);
        return true;
      case 'pointer-shape':
        this.#pointer.shape = message.shape;
        this.#tell({ kind: 'pointer', shape: message.shape });
        this.#paint([]);
        return true;
      case 'way':
        if (message.way === 'nothing') this.#darken();
        this.#tell({ kind: 'way', way: message.way });
        return true;
      case 'control':
        this.#tell({ kind: 'control', pause: message.pause });
        return true;
      case 'move':
        return this.#move(message.move);
    }
  }

  #draw({ width, height, complete, packed, areas }: TilesMessage): boolean {
    if (width !== this.#screen.width || height !== this.#screen.height) this.#resize(width, height);
    const bytes = packed ? unpacked(areas) : areas;
    const drawn = bytes && this.#drawer.draw(bytes, this.#screen);
    if (!drawn) return false;
    this.#areas.push(...drawn);
    if (complete) {
      this.#paint(this.#areas);
      this.#areas = [];
    }
    return true;
  }

  #move(move: RowMove): boolean {
    if (!fitsMove(move, this.#screen)) return false;
    moveRows(move, this.#screen);
    this.#areas.push(move.area);
    return true;
  }

  #resize(width: number, height: number): void {
    this.#screen = { width, height, pixels: new Uint32Array(width * height) };
    this.#tell({ kind: 'size', width, height });
  }

  /** Nothing of the screen stays to be seen. */
  #darken(): void {
    this.#screen.pixels.fill(dark);
    this.#pointer = new PointerPlace();
    this.#tell({ kind: 'pointer', shape: null });
    this.#paint([wholeOf(this.#screen)]);
  }

  #paint(areas: readonly TileArea[]): void {
    const seen = areas.length > manyAreas ? [around(areas)] : areas;
    const under = this.#pointer.leave();
    const pieces = (under ? [...seen, under] : seen).flatMap((area) => this.#piece(area) ?? []);
    this.#tell({ kind: 'paint', pieces, pointer: this.#pointer.stand() });
  }

  /** What is seen of an area; undefined when all of it lies outside the screen. */
  #piece(area: TileArea): ScreenPiece | undefined {
    const { width, height, pixels } = this.#screen;
    const [x, y] = [Math.max(0, area.x), Math.max(0, area.y)];
    const [right, bottom] = [
      Math.min(width, area.x + area.width),
      Math.min(height, area.y + area.height),
    ];
    if (right <= x || bottom <= y) return undefined;
    const image = new ImageData(right - x, bottom - y);
    const words = new Uint32Array(image.data.buffer);
    for (let row = y; row < bottom; row += 1) {
      const from = row * width;
      words.set(pixels.subarray(from + x, from + right), (row - y) * image.width);
    }
    return { x, y, image };
  }
}

/** The pointer, and where it was last painted. */
class PointerPlace {
  place: Place = { x: 0, y: 0 };
  shape: PointerPicture | null = null;
  #painted: TileArea | null = null;

  /** What it covers no longer, so that the screen is seen there again. */
  leave(): TileArea | null {
    const painted = this.#painted;
    this.#painted = null;
    return painted;
  }

  /** Where its picture's corner stands now; null while it has no shape. */
  stand(): Place | null {
    if (!this.shape) return null;
    const { hotX, hotY, width, height } = this.shape;
    this.#painted = { x: this.place.x - hotX, y: this.place.y - hotY, width, height };
    return this.#painted;
  }
}

function unpacked(areas: Uint8Array): Uint8Array | null {
  try {
    const bytes = inflateSync(areas, { out: new Uint8Array(mostAreasBytes) });
    return bytes.length < mostAreasBytes ? bytes : null;
  } catch {
    // The library throws errors of its own kind for whatever is not packed data.
    return null;
  }
}

function wholeOf({ width, height }: { width: number; height: number }): TileArea {
  return { x: 0, y: 0, width, height };
}

function around(areas: readonly TileArea[]): TileArea {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const right = Math.max(...areas.map((area) => area.x + area.width));
  const bottom = Math.max(...areas.map((area) => area.y + area.height));
  return { x, y, width: right - x, height: bottom - y };
}
