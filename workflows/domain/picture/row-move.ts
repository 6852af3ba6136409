import type { TileArea, WordPicture } from './tile-areas.js';

/** Rows of a screen that stand elsewhere now, as when a text is scrolled: what an area shows came from `from` rows below it. */
export interface RowMove {
  readonly area: TileArea;
  /** How many rows further down they were; less than nothing when they were further up. Never nothing. */
  readonly from: number;
}

/** Whether a picture has the rows that a move takes and those that it writes. */
export function fitsMove({ area, from }: RowMove, { width, height }: WordPicture): boolean {
  const { x, y } = area;
  const isInside = x + area.width <= width && y + area.height <= height;
  const first = y + from;
  return from !== 0 && isInside && first >= 0 && first + area.height <= height;
}

/** Moves the rows within a picture; the move must fit it. */
export function moveRows({ area, from }: RowMove, { width, pixels }: WordPicture): void {
  const { x, y, height } = area;
  for (let step = 0; step < height; step += 1) {
    // What is still to be taken must not be written over.
    const row = from > 0 ? y + step : y + height - 1 - step;
    const taken = (row + from) * width + x;
    pixels.copyWithin(row * width + x, taken, taken + area.width);
  }
}

/** Bytes of a move: place, sides and shift, 16 bits each. */
export const moveLength = 10;

export function writeMove(view: DataView, at: number, { area, from }: RowMove): void {
  view.setUint16(at, area.x);
  view.setUint16(at + 2, area.y);
  view.setUint16(at + 4, area.width);
  view.setUint16(at + 6, area.height);
  view.setInt16(at + 8, from);
}

/** The move that stands there; whether it fits a screen is for that to say. */
export function readMove(view: DataView, at: number): RowMove {
  const area = {
    x: view.getUint16(at),
    y: view.getUint16(at + 2),
    width: view.getUint16(at + 4),
    height: view.getUint16(at + 6),
  };
  return { area, from: view.getInt16(at + 8) };
}
