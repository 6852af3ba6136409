import type {
  Area,
  Desktop,
  Picture,
  PointerShape,
  ScreenListener,
  Watch,
} from '../platform/desktop.js';

const opaque = 0xffffff;
const smallestTarget = 1500;

/** Keeps what a watched screen told, for a spec to look at. */
export class WatchedScreen implements ScreenListener {
  readonly #watch: Watch;
  #picture: Picture | undefined;
  captures = 0;
  pointer: { readonly x: number; readonly y: number } | undefined;
  shape: PointerShape | undefined;

  constructor(desktop: Desktop) {
    this.#watch = desktop.watchScreen(this);
  }

  changed(picture: Picture, parts: readonly Area[]): void {
    this.#picture = picture;
    if (parts.length > 0) this.captures += 1;
  }

  pointerMoved(x: number, y: number): void {
    this.pointer = { x, y };
  }

  pointerShaped(shape: PointerShape): void {
    this.shape = shape;
  }

  /** The colour of a pixel, `0xRRGGBB`, or null before the first picture. */
  colourAt(x: number, y: number): number | null {
    if (!this.#picture) return null;
    return (this.#picture.pixels[y * this.#picture.width + x] ?? 0) & opaque;
  }

  /** The middle of all that has a colour, when there is more of it than of a letter's edge. */
  middleOf(colour: number): { readonly x: number; readonly y: number } | null {
    const { width, pixels } = this.#picture ?? { width: 1, pixels: new Uint32Array() };
    const sum = { count: 0, x: 0, y: 0 };
    for (let at = 0; at < pixels.length; at += 1) {
      if (((pixels[at] ?? 0) & opaque) !== colour) continue;
      sum.count += 1;
      sum.x += at % width;
      sum.y += Math.floor(at / width);
    }
    if (sum.count < smallestTarget) return null;
    return { x: Math.round(sum.x / sum.count), y: Math.round(sum.y / sum.count) };
  }

  close(): void {
    this.#watch.close();
  }
}
