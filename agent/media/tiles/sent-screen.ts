import { moveRows, type RowMove } from '../../../workflows/domain/picture/row-move.js';
import { tileSide, type TileArea } from '../../../workflows/domain/picture/tile-areas.js';
import type { Area, Picture, Size } from '../../platform/desktop.js';
import { findMove } from './find-move.js';

const rgb = 0xffffff;
/** A word that no pixel is, so that it differs from each. */
const unknown = 0xffffffff;

/** The screen as one viewer was last sent it, and the tiles in which it may look otherwise now. */
export class SentScreen {
  readonly width: number;
  readonly height: number;
  readonly #sent: Uint32Array;
  readonly #columns: number;
  readonly #rows: number;
  readonly #marks: Uint8Array;
  #marked = 0;

  /** Nothing of it has been sent yet. */
  constructor({ width, height }: Size) {
    this.width = width;
    this.height = height;
    this.#sent = new Uint32Array(width * height);
    this.#columns = Math.ceil(width / tileSide);
    this.#rows = Math.ceil(height / tileSide);
    this.#marks = new Uint8Array(this.#columns * this.#rows);
    this.forget();
  }

  /** Whether all of it was looked at since it was last marked. */
  get isSettled(): boolean {
    return this.#marked === 0;
  }

  /** What was sent counts for nothing any more. */
  forget(): void {
    this.#sent.fill(unknown);
    this.mark([{ x: 0, y: 0, width: this.width, height: this.height }]);
  }

  /** These parts of the screen may have changed. */
  mark(parts: readonly Area[]): void {
    for (const { x, y, width, height } of parts) {
      const right = Math.min(this.#columns - 1, Math.floor((x + width - 1) / tileSide));
      const bottom = Math.min(this.#rows - 1, Math.floor((y + height - 1) / tileSide));
      for (let row = Math.floor(y / tileSide); row <= bottom; row += 1) {
        for (let column = Math.floor(x / tileSide); column <= right; column += 1) {
          this.#mark(row * this.#columns + column);
        }
      }
    }
  }

  /** The marked tiles, those nearest to a place first. */
  marked(near: { readonly x: number; readonly y: number }): readonly number[] {
    const tiles: number[] = [];
    this.#marks.forEach((isMarked, tile) => {
      if (isMarked === 1) tiles.push(tile);
    });
    const far = (tile: number): number => this.#distance(tile, near);
    return tiles.sort((a, b) => far(a) - far(b));
  }

  /**
   * Takes the mark off a tile. Answers the smallest area of it that holds all changes, which from here on
   * counts as sent, or null when it looks as it was sent.
   */
  take(tile: number, screen: Picture): TileArea | null {
    this.#marks[tile] = 0;
    this.#marked -= 1;
    const area = this.#changed(this.#areaOf(tile), screen);
    if (area) this.#remember(area, screen);
    return area;
  }

  /** Takes up rows that were sent and stand elsewhere now; from here on they count as sent there. */
  takeMove(screen: Picture, area: Area): RowMove | null {
    const move = findMove({ width: this.width, pixels: this.#sent }, screen, area);
    if (move) moveRows(move, { width: this.width, height: this.height, pixels: this.#sent });
    return move;
  }

  #mark(tile: number): void {
    if (this.#marks[tile] !== 0) return;
    this.#marks[tile] = 1;
    this.#marked += 1;
  }

  #areaOf(tile: number): TileArea {
    const x = (tile % this.#columns) * tileSide;
    const y = Math.floor(tile / this.#columns) * tileSide;
    const width = Math.min(tileSide, this.width - x);
    return { x, y, width, height: Math.min(tileSide, this.height - y) };
  }

  #distance(tile: number, { x, y }: { readonly x: number; readonly y: number }): number {
    const area = this.#areaOf(tile);
    return Math.hypot(area.x + area.width / 2 - x, area.y + area.height / 2 - y);
  }

  #changed({ x, y, width, height }: TileArea, { pixels }: Picture): TileArea | null {
    let [left, right, top, bottom] = [width, -1, height, -1];
    for (let row = 0; row < height; row += 1) {
      const first = (y + row) * this.width + x;
      let from = 0;
      while (from < width && !this.#differs(pixels, first + from)) from += 1;
      if (from === width) continue;
      let to = width - 1;
      // What lies between the borders that are known already need not be looked at.
      while (to > right && !this.#differs(pixels, first + to)) to -= 1;
      left = Math.min(left, from);
      right = Math.max(right, to);
      top = Math.min(top, row);
      bottom = row;
    }
    if (bottom < 0) return null;
    return { x: x + left, y: y + top, width: right - left + 1, height: bottom - top + 1 };
  }

  #differs(pixels: Uint32Array, at: number): boolean {
    return ((pixels[at] ?? 0) & rgb) !== this.#sent[at];
  }

  #remember({ x, y, width, height }: TileArea, { pixels }: Picture): void {
    for (let row = y; row < y + height; row += 1) {
      const first = row * this.width + x;
      for (let at = first; at < first + width; at += 1) this.#sent[at] = (pixels[at] ?? 0) & rgb;
    }
  }
}
