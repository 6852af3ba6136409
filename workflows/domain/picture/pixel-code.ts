/**
 * Pixels as bytes: runs, repetitions of the row above, near and known colours, in the manner of QOI and made
 * for screens. Nothing is lost. A pixel is a word `0x00RRGGBB`; the pixels of an area follow one another.
 *
 * | first byte | means |
 * | --- | --- |
 * | `0x00`–`0x3f` | the colour last kept at this place of 64 |
 * | `0x40`–`0x7f` | the pixel before, each channel changed by −2 to 1 |
 * | `0x80`–`0xbf` | the pixel before, green changed by −32 to 31, red and blue by −8 to 7 more; a byte follows |
 * | `0xc0`–`0xde` | the pixel before, 1 to 31 times |
 * | `0xdf` | the pixel before, as often as the next two bytes say |
 * | `0xe0`–`0xfc` | the row above, 1 to 29 pixels of it |
 * | `0xfd` | the row above, as many pixels as the next two bytes say |
 * | `0xfe` | red, green and blue follow |
 */
const near = 0x40;
const nearGreen = 0x80;
const run = 0xc0;
const longRun = 0xdf;
const above = 0xe0;
const longAbove = 0xfd;
const colour = 0xfe;
const unknown = 0xff;

const kept = 64;
/** The most bytes that one pixel takes. */
export const mostBytesPerPixel = 4;

/** What both sides remember of the pixels that have passed. */
abstract class PixelMemory {
  protected readonly known = new Uint32Array(kept);
  protected before = 0;

  /** Forgets, so that what follows can be read without what came before. */
  begin(): void {
    this.known.fill(0);
    this.before = 0;
  }
}

/** Writes the pixels of one area after another. */
export class PixelWriter extends PixelMemory {
  /**
   * Writes the first `count` pixels, of which `width` make a row.
   * @param bytes with room for the most that they can take
   * @returns where in `bytes` they end
   */
  write(
    pixels: Uint32Array,
    { width, count }: { readonly width: number; readonly count: number },
    bytes: Uint8Array,
    start: number,
  ): number {
    let to = start;
    for (let at = 0; at < count;) {
      const same = sameAsBefore(pixels, at, count, this.before);
      const repeated = same < count - at ? sameAsAbove(pixels, at, count, width) : 0;
      if (repeated > same) {
        to = writeLength(repeated, above, longAbove, bytes, to);
        at += repeated;
        this.before = pixels[at - 1] ?? 0;
      } else if (same > 0) {
        to = writeLength(same, run, longRun, bytes, to);
        at += same;
      } else {
        to = this.#writePixel(pixels[at] ?? 0, bytes, to);
        at += 1;
      }
    }
    return to;
  }

  #writePixel(pixel: number, bytes: Uint8Array, to: number): number {
    const before = this.before;
    const place = placeOf(pixel);
    this.before = pixel;
    if (this.known[place] === pixel) {
      bytes[to] = place;
      return to + 1;
    }
    this.known[place] = pixel;
    return writeChange(pixel, before, bytes, to);
  }
}

/** Reads what a writer has written, and is not led astray by anything else. */
export class PixelReader extends PixelMemory {
  /**
   * Reads `count` pixels, of which `width` make a row.
   * @returns where in `bytes` they end, or null when these are no such pixels
   */
  read(
    bytes: Uint8Array,
    start: number,
    pixels: Uint32Array,
    { width, count }: { readonly width: number; readonly count: number },
  ): number | null {
    let from = start;
    for (let at = 0; at < count;) {
      const first = bytes[from] ?? unknown;
      if (first > colour) return null;
      if (first < run || first === colour) {
        from = this.#readPixel(first, bytes, from);
        pixels[at] = this.before;
        at += 1;
      } else {
        const length = lengthAt(first, bytes, from);
        from += isLong(first) ? 3 : 1;
        if (!this.#repeat(first < above, pixels, at, { length, width, count })) return null;
        at += length;
      }
    }
    return from > bytes.length ? null : from;
  }

  /** Answers whether so many pixels can stand there. */
  #repeat(
    isRun: boolean,
    pixels: Uint32Array,
    at: number,
    { length, width, count }: { length: number; width: number; count: number },
  ): boolean {
    if (length === 0 || length > count - at || (!isRun && at < width)) return false;
    if (isRun) pixels.fill(this.before, at, at + length);
    else this.#repeatAbove(pixels, at, length, width);
    return true;
  }

  #repeatAbove(pixels: Uint32Array, at: number, length: number, width: number): void {
    // One by one, since more than a row may be taken from rows that this very step writes.
    for (let to = at; to < at + length; to += 1) pixels[to] = pixels[to - width] ?? 0;
    this.before = pixels[at + length - 1] ?? 0;
  }

  /** Takes in one pixel and answers where the next begins. */
  #readPixel(first: number, bytes: Uint8Array, from: number): number {
    const before = this.before;
    if (first < near) {
      this.before = this.known[first] ?? 0;
      return from + 1;
    }
    const second = bytes[from + 1] ?? 0;
    let end = from + 1;
    if (first < nearGreen) {
      this.before = changed(
        before,
        ((first >> 4) & 3) - 2,
        ((first >> 2) & 3) - 2,
        (first & 3) - 2,
      );
    } else if (first < run) {
      const green = (first & 63) - 32;
      this.before = changed(before, green + (second >> 4) - 8, green, green + (second & 15) - 8);
      end = from + 2;
    } else {
      this.before = (second << 16) | ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0);
      end = from + 4;
    }
    this.known[placeOf(this.before)] = this.before;
    return end;
  }
}

function isLong(first: number): boolean {
  return first === longRun || first === longAbove;
}

function lengthAt(first: number, bytes: Uint8Array, from: number): number {
  if (isLong(first)) return ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
  return first - (first < above ? run : above) + 1;
}

function sameAsBefore(pixels: Uint32Array, at: number, count: number, before: number): number {
  let to = at;
  while (to < count && pixels[to] === before) to += 1;
  return to - at;
}

function sameAsAbove(pixels: Uint32Array, at: number, count: number, width: number): number {
  if (at < width) return 0;
  let to = at;
  while (to < count && pixels[to] === pixels[to - width]) to += 1;
  return to - at;
}

/** A length in the first byte itself, or after it when it does not fit between `short` and `long`. */
function writeLength(
  length: number,
  short: number,
  long: number,
  bytes: Uint8Array,
  to: number,
): number {
  if (length <= long - short) {
    bytes[to] = short + length - 1;
    return to + 1;
  }
  bytes[to] = long;
  bytes[to + 1] = length >> 8;
  bytes[to + 2] = length & 255;
  return to + 3;
}

function writeChange(pixel: number, before: number, bytes: Uint8Array, to: number): number {
  const red = difference(pixel >> 16, before >> 16);
  const green = difference(pixel >> 8, before >> 8);
  const blue = difference(pixel, before);
  if (isWithin(red, 2) && isWithin(green, 2) && isWithin(blue, 2)) {
    bytes[to] = near | ((red + 2) << 4) | ((green + 2) << 2) | (blue + 2);
    return to + 1;
  }
  if (isWithin(green, 32) && isWithin(red - green, 8) && isWithin(blue - green, 8)) {
    bytes[to] = nearGreen | (green + 32);
    bytes[to + 1] = ((red - green + 8) << 4) | (blue - green + 8);
    return to + 2;
  }
  bytes[to] = colour;
  bytes[to + 1] = pixel >> 16;
  bytes[to + 2] = pixel >> 8;
  bytes[to + 3] = pixel;
  return to + 4;
}

/** From −reach to reach − 1. */
function isWithin(change: number, reach: number): boolean {
  return change >= -reach && change < reach;
}

/** How a channel, the lowest byte of each, changed; around the corner from 255 to 0. */
function difference(channel: number, before: number): number {
  return ((channel - before) << 24) >> 24;
}

function changed(pixel: number, red: number, green: number, blue: number): number {
  return (
    ((((pixel >> 16) + red) & 255) << 16) |
    ((((pixel >> 8) + green) & 255) << 8) |
    ((pixel + blue) & 255)
  );
}

/** Where a colour is kept: near colours in different places. */
function placeOf(pixel: number): number {
  return Math.imul(pixel, 0x9e3779b1) >>> 26;
}
