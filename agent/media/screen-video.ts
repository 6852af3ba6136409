import type {
  Area,
  Desktop,
  Picture,
  PointerShape,
  ScreenListener,
  Watch,
} from '../platform/desktop.js';
import { I420Picture } from './i420-picture.js';
import { webrtc, type VideoSource, type VideoTrack } from './webrtc.js';

/** After the last change the encoder gets the same picture again, to sharpen it and to serve who comes later. */
const repeats = [60, 120, 250, 500] as const;
const restingRepeat = 1000;

/** The screen as a video track: a frame for each change, with the pointer drawn into it. No frame before `start`. */
export class ScreenVideo implements ScreenListener {
  readonly track: VideoTrack;
  readonly #desktop: Desktop;
  readonly #source: VideoSource;
  #watch: Watch | undefined;
  #screen: Picture | undefined;
  #frame: I420Picture | undefined;
  #shape: PointerShape | undefined;
  #pointer = { x: 0, y: 0 };
  #drawnPointer: Area | undefined;
  #repeat: NodeJS.Timeout | undefined;
  #frames = 0;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
    this.#source = new webrtc.nonstandard.RTCVideoSource({ isScreencast: true });
    this.track = this.#source.createTrack();
  }

  /** How many frames have gone to the encoder. */
  get frames(): number {
    return this.#frames;
  }

  start(): void {
    this.#watch ??= this.#desktop.watchScreen(this);
  }

  /** Ends the capture at once. */
  stop(): void {
    clearTimeout(this.#repeat);
    this.#watch?.close();
    this.#watch = undefined;
    this.#screen = undefined;
  }

  /** Ends the capture and leaves a dark picture behind instead of the last one. */
  pause(): void {
    if (!this.#watch) return;
    this.stop();
    this.#frame?.blank();
    if (this.#frame) this.#source.onFrame(this.#frame);
  }

  close(): void {
    this.stop();
    this.track.stop();
  }

  changed(picture: Picture, parts: readonly Area[]): void {
    const frame = this.#frameOf(picture);
    this.#screen = picture;
    for (const part of parts) this.#refresh(frame, picture, part);
    this.#drawPointer(frame);
    this.#send();
  }

  pointerMoved(x: number, y: number): void {
    if (x === this.#pointer.x && y === this.#pointer.y) return;
    this.#pointer = { x, y };
    this.#redrawPointer();
  }

  pointerShaped(shape: PointerShape): void {
    if (shape.serial === this.#shape?.serial) return;
    this.#shape = shape;
    this.#redrawPointer();
  }

  #frameOf(picture: Picture): I420Picture {
    const fits =
      this.#frame?.width === (picture.width & ~1) && this.#frame.height === (picture.height & ~1);
    if (!this.#frame || !fits) this.#frame = new I420Picture(picture);
    return this.#frame;
  }

  #refresh(frame: I420Picture, picture: Picture, part: Area): void {
    const area = frame.cover(part);
    frame.draw(area, picture, area.y * picture.width + area.x);
  }

  #redrawPointer(): void {
    if (!this.#frame || !this.#screen) return;
    if (this.#drawnPointer) this.#refresh(this.#frame, this.#screen, this.#drawnPointer);
    this.#drawPointer(this.#frame);
    this.#send();
  }

  #drawPointer(frame: I420Picture): void {
    if (!this.#shape || !this.#screen) return;
    const { hotX, hotY, width, height } = this.#shape;
    const place = { x: this.#pointer.x - hotX, y: this.#pointer.y - hotY, width, height };
    const area = frame.cover(place);
    if (area.width === 0 || area.height === 0) return;
    const pixels = blended(this.#screen, area, this.#shape, place);
    frame.draw(area, { pixels, width: area.width }, 0);
    this.#drawnPointer = area;
  }

  #send(): void {
    if (!this.#frame) return;
    this.#frames += 1;
    this.#source.onFrame(this.#frame);
    this.#repeatLater(0);
  }

  #repeatLater(times: number): void {
    clearTimeout(this.#repeat);
    this.#repeat = setTimeout(() => {
      if (this.#frame) this.#source.onFrame(this.#frame);
      this.#repeatLater(times + 1);
    }, repeats[times] ?? restingRepeat);
  }
}

/** The screen's pixels of an area with the pointer over them. */
function blended(screen: Picture, area: Area, shape: PointerShape, place: Area): Uint32Array {
  const pixels = new Uint32Array(area.width * area.height);
  for (let row = 0; row < area.height; row += 1) {
    const from = (area.y + row) * screen.width + area.x;
    pixels.set(screen.pixels.subarray(from, from + area.width), row * area.width);
  }
  for (let row = 0; row < shape.height; row += 1) {
    for (let column = 0; column < shape.width; column += 1) {
      const x = place.x + column - area.x;
      const y = place.y + row - area.y;
      if (x < 0 || y < 0 || x >= area.width || y >= area.height) continue;
      const at = y * area.width + x;
      pixels[at] = over(shape.pixels[row * shape.width + column] ?? 0, pixels[at] ?? 0);
    }
  }
  return pixels;
}

/** A pixel with premultiplied alpha over an opaque one. */
function over(above: number, below: number): number {
  const through = 255 - (above >>> 24);
  const channel = (shift: number): number => {
    const mixed =
      ((above >>> shift) & 255) + Math.round((((below >>> shift) & 255) * through) / 255);
    return Math.min(255, mixed) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}
