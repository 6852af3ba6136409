import type { Area, Size } from '../platform/desktop.js';
import type { I420Frame } from './webrtc.js';

/** Pixels to be drawn: `0x00RRGGBB` words, of which `width` make a row. */
export interface Pixels {
  readonly pixels: Uint32Array;
  readonly width: number;
}

/** A picture for a video encoder that is brought up to date part by part. */
export class I420Picture implements I420Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;

  /** An odd row or column at the edge is left out: the colour planes have half the size. */
  constructor(size: Size) {
    this.width = size.width & ~1;
    this.height = size.height & ~1;
    this.data = new Uint8Array((this.width * this.height * 3) / 2);
    this.blank();
  }

  /** A dark surface that shows nothing. */
  blank(): void {
    const luma = this.width * this.height;
    this.data.fill(0x18, 0, luma);
    this.data.fill(0x80, luma);
  }

  /** The even-sided area within the picture that covers an area of the screen. */
  cover(area: Area): Area {
    const x = Math.min(this.width, Math.max(0, area.x) & ~1);
    const y = Math.min(this.height, Math.max(0, area.y) & ~1);
    const right = Math.min(this.width, (area.x + area.width + 1) & ~1);
    const bottom = Math.min(this.height, (area.y + area.height + 1) & ~1);
    return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
  }

  /**
   * Draws pixels into an area.
   * @param area as `cover` answers it
   * @param source where the pixels are, with the first of the area at `first`
   */
  draw(area: Area, source: Pixels, first: number): void {
    for (let row = 0; row < area.height; row += 2) {
      this.#drawRowPair(area, row, source, first + row * source.width);
    }
  }

  /** Two rows at once, as one row of the colour planes belongs to both. Full range RGB to BT.601 limited range. */
  #drawRowPair(area: Area, row: number, { pixels, width }: Pixels, first: number): void {
    const { data } = this;
    const stride = this.width;
    const luma = stride * this.height;
    let above = (area.y + row) * stride + area.x;
    let colour = luma + ((area.y + row) >> 1) * (stride >> 1) + (area.x >> 1);
    const second = luma >> 2;
    const end = first + area.width;
    for (let at = first; at < end; at += 2) {
      const a = pixels[at] ?? 0;
      const b = pixels[at + 1] ?? 0;
      const c = pixels[at + width] ?? 0;
      const d = pixels[at + width + 1] ?? 0;
      data[above] = lumaOf(a);
      data[above + 1] = lumaOf(b);
      data[above + stride] = lumaOf(c);
      data[above + stride + 1] = lumaOf(d);
      // Sums of four: divided by four in the shift below.
      const red = ((a >> 16) & 255) + ((b >> 16) & 255) + ((c >> 16) & 255) + ((d >> 16) & 255);
      const green = ((a >> 8) & 255) + ((b >> 8) & 255) + ((c >> 8) & 255) + ((d >> 8) & 255);
      const blue = (a & 255) + (b & 255) + (c & 255) + (d & 255);
      data[colour] = ((112 * blue - 38 * red - 74 * green + 512) >> 10) + 128;
      data[colour + second] = ((112 * red - 94 * green - 18 * blue + 512) >> 10) + 128;
      above += 2;
      colour += 1;
    }
  }
}

function lumaOf(pixel: number): number {
  return (
    ((66 * ((pixel >> 16) & 255) + 129 * ((pixel >> 8) & 255) + 25 * (pixel & 255) + 128) >> 8) + 16
  );
}
