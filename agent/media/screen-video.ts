import type { Area, Picture, PointerShape, Watch } from '../platform/desktop.js';
import { I420Picture } from './i420-picture.js';
import type { LiveListener, LiveScreen } from './live-screen.js';
import { webrtc, type VideoSource, type VideoTrack } from './webrtc.js';

/** After the last change the encoder gets the same picture again, to sharpen it and to serve who comes later. */
const repeats = [60, 120, 250, 500] as const;
const restingRepeat = 1000;

/** The screen as a video track: a frame for each change, with the pointer drawn into it. It sends nothing but while it listens. */
export class ScreenVideo implements LiveListener {
  readonly track: VideoTrack;
  readonly #screen: LiveScreen;
  readonly #source: VideoSource;
  #watch: Watch | undefined;
  #picture: Picture | undefined;
  #frame: I420Picture | undefined;
  #shape: PointerShape | undefined;
  #pointer = { x: 0, y: 0 };
  #drawnPointer: Area | undefined;
  #repeat: NodeJS.Timeout | undefined;

  constructor(screen: LiveScreen) {
    this.#screen = screen;
    this.#source = new webrtc.nonstandard.RTCVideoSource({ isScreencast: true });
    this.track = this.#source.createTrack();
  }

  start(): void {
    this.#watch ??= this.#screen.listen(this);
  }

  /** Sends no more, at once. */
  stop(): void {
    clearTimeout(this.#repeat);
    this.#watch?.close();
    this.#watch = undefined;
    this.#picture = undefined;
    this.#frame = undefined;
  }

  /** Leaves a dark picture behind instead of the last one. */
  hidden(): void {
    clearTimeout(this.#repeat);
    this.#picture = undefined;
    this.#frame?.blank();
    if (this.#frame) this.#source.onFrame(this.#frame);
  }

  close(): void {
    this.stop();
    this.track.stop();
  }

  changed(picture: Picture, parts: readonly Area[]): void {
    const frame = this.#frameOf(picture);
    this.#picture = picture;
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
    if (!this.#frame || !this.#picture) return;
    if (this.#drawnPointer) this.#refresh(this.#frame, this.#picture, this.#drawnPointer);
    this.#drawPointer(this.#frame);
    this.#send();
  }

  #drawPointer(frame: I420Picture): void {
    if (!this.#shape || !this.#picture) return;
    const { hotX, hotY, width, height } = this.#shape;
    const place = { x: this.#pointer.x - hotX, y: this.#pointer.y - hotY, width, height };
    const area = frame.cover(place);
    if (area.width === 0 || area.height === 0) return;
    const pixels = blended(this.#picture, area, this.#shape, place);
    frame.draw(area, { pixels, width: area.width }, 0);
    this.#drawnPointer = area;
  }

  #send(): void {
    if (!this.#frame) return;
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
