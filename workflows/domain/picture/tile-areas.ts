import { readTwoColours, twoColoursOf, writeTwoColours } from './two-colours.js';
import { mostBytesPerPixel, PixelReader, PixelWriter } from './pixel-code.js';

/** Part of a screen, in its pixels. */
export interface TileArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture of words, row after row without gaps. */
export interface WordPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** The side of a tile; areas lie within tiles. */
export const tileSide = 64;

const headLength = 6;
/** In the byte of the width, which needs six bits: the pixels are of two colours. */
const isOfTwo = 0x80;
const rgb = 0xffffff;
/** The most bytes that one area takes. */
export const mostAreaBytes = headLength + tileSide * tileSide * mostBytesPerPixel;

/**
 * Writes areas of a screen one after another: place u16 twice, sides less one u8 twice, pixels as
 * `pixel-code.ts` says, or as `two-colours.ts` does where the highest bit of the width is set.
 */
export class AreaWriter {
  readonly #writer = new PixelWriter();
  readonly #pixels = new Uint32Array(tileSide * tileSide);

  /** Begins a message: what follows can be read by itself. */
  begin(): void {
    this.#writer.begin();
  }

  /**
   * Writes an area of a picture of `0x??RRGGBB` words.
   * @returns where in `bytes` it ends
   */
  write(screen: WordPicture, area: TileArea, bytes: Uint8Array, start: number): number {
    const { x, y, width, height } = area;
    bytes[start] = x >> 8;
    bytes[start + 1] = x;
    bytes[start + 2] = y >> 8;
    bytes[start + 3] = y;
    bytes[start + 4] = width - 1;
    bytes[start + 5] = height - 1;
    const pixels = this.#pixels;
    let to = 0;
    for (let row = y; row < y + height; row += 1) {
      const first = row * screen.width + x;
      for (let from = first; from < first + width; from += 1) {
        pixels[to] = (screen.pixels[from] ?? 0) & rgb;
        to += 1;
      }
    }
    const colours = twoColoursOf(pixels, to);
    const place = { bytes, start: start + headLength };
    if (!colours) return this.#writer.write(pixels, { width, count: to }, bytes, place.start);
    bytes[start + 4] = (width - 1) | isOfTwo;
    return writeTwoColours(pixels, to, colours, place);
  }
}

/** Draws the areas of messages. */
export class AreaDrawer {
  readonly #reader = new PixelReader();
  readonly #pixels = new Uint32Array(tileSide * tileSide);

  /**
   * Draws all areas of a message into a canvas's words, `0xffBBGGRR`.
   * @returns the areas; null when the bytes are malformed, and then some may have been drawn
   */
  draw(bytes: Uint8Array, canvas: WordPicture): readonly TileArea[] | null {
    this.#reader.begin();
    const drawn: TileArea[] = [];
    let from = 0;
    while (from < bytes.length) {
      const area = areaAt(bytes, from, canvas);
      if (!area) return null;
      const { width } = area;
      const size = { width, count: width * area.height };
      const end = this.#read(bytes, from, size);
      if (end === null) return null;
      this.#put(area, canvas);
      drawn.push(area);
      from = end;
    }
    return drawn;
  }

  #read(
    bytes: Uint8Array,
    from: number,
    size: { readonly width: number; readonly count: number },
  ): number | null {
    const start = from + headLength;
    const ofTwo = ((bytes[from + 4] ?? 0) & isOfTwo) !== 0;
    if (ofTwo) return readTwoColours(bytes, start, this.#pixels, size.count);
    return this.#reader.read(bytes, start, this.#pixels, size);
  }

  #put({ x, y, width, height }: TileArea, canvas: WordPicture): void {
    const pixels = this.#pixels;
    let from = 0;
    for (let row = y; row < y + height; row += 1) {
      const first = row * canvas.width + x;
      for (let to = first; to < first + width; to += 1) {
        canvas.pixels[to] = canvasWord(pixels[from] ?? 0);
        from += 1;
      }
    }
  }
}

/** A word `0x00RRGGBB` as the canvas has it on machines that put the low byte first. */
export function canvasWord(pixel: number): number {
  return 0xff000000 | ((pixel & 0xff) << 16) | (pixel & 0xff00) | (pixel >> 16);
}

function areaAt(bytes: Uint8Array, from: number, { width, height }: WordPicture): TileArea | null {
  if (from + headLength > bytes.length) return null;
  const area = {
    x: ((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0),
    y: ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0),
    width: ((bytes[from + 4] ?? 0) & ~isOfTwo) + 1,
    height: (bytes[from + 5] ?? 0) + 1,
  };
  const isTile = area.width <= tileSide && area.height <= tileSide;
  const isInside = area.x + area.width <= width && area.y + area.height <= height;
  return isTile && isInside ? area : null;
}
