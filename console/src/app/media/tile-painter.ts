import { inflateSync } from 'fflate';
import {
  decodePicture,
  mostAreasBytes,
  type PictureMessage,
  type PictureWay,
  type TilesMessage,
} from '../../../../workflows/domain/picture/picture-message.js';
import type { PointerPicture } from '../../../../workflows/domain/picture/pointer-picture.js';
import { AreaDrawer, type TileArea } from '../../../../workflows/domain/picture/tile-areas.js';

/** What the painter tells. */
export type PainterNews =
  /** A message was dealt with; `whole` says that the picture is complete with it. */
  | { readonly kind: 'shown'; readonly number: number; readonly whole: boolean }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'way'; readonly way: PictureWay }
  /** Something is missing or was malformed: nothing is shown until the device begins anew. */
  | { readonly kind: 'broken' };

const dark = '#181818';
/** More areas than these are painted in one piece. */
const manyAreas = 24;

/** Paints what the device sends on a canvas, with the pointer over it. */
export class TilePainter {
  readonly #tell: (news: PainterNews) => void;
  readonly #drawer = new AreaDrawer();
  #canvas: OffscreenCanvas | null = null;
  #context: OffscreenCanvasRenderingContext2D | null = null;
  #image = new ImageData(1, 1);
  #words = new Uint32Array(this.#image.data.buffer);
  #next: number | null = null;
  #areas: TileArea[] = [];
  #pointer: PaintedPointer = new PaintedPointer();

  constructor(tell: (news: PainterNews) => void) {
    this.#tell = tell;
  }

  /** Paints on this canvas from now on. */
  paintOn(canvas: OffscreenCanvas): void {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', { alpha: false });
    this.#resizeCanvas();
    this.#paint([wholeOf(this.#image)]);
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

  receive(bytes: Uint8Array): void {
    if (this.#next === null) return;
    const message = decodePicture(bytes);
    if (message?.number === this.#next && this.#take(message)) {
      this.#next += 1;
      const whole = message.kind === 'tiles' && message.complete;
      this.#tell({ kind: 'shown', number: message.number, whole });
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
        this.#pointer.shape(message.shape);
        this.#paint([]);
        return true;
      case 'way':
        if (message.way === 'nothing') this.#darken();
        this.#tell({ kind: 'way', way: message.way });
        return true;
    }
  }

  #draw({ width, height, complete, packed, areas }: TilesMessage): boolean {
    if (width !== this.#image.width || height !== this.#image.height) this.#resize(width, height);
    const bytes = packed ? unpacked(areas) : areas;
    const drawn = bytes && this.#drawer.draw(bytes, { width, height, pixels: this.#words });
    if (!drawn) return false;
    this.#areas.push(...drawn);
    if (complete) {
      this.#paint(this.#areas);
      this.#areas = [];
    }
    return true;
  }

  #resize(width: number, height: number): void {
    this.#image = new ImageData(width, height);
    this.#words = new Uint32Array(this.#image.data.buffer);
    this.#resizeCanvas();
    this.#tell({ kind: 'size', width, height });
  }

  #resizeCanvas(): void {
    if (!this.#canvas) return;
    this.#canvas.width = this.#image.width;
    this.#canvas.height = this.#image.height;
  }

  /** Nothing of the screen stays to be seen. */
  #darken(): void {
    this.#words.fill(0xff181818);
    this.#pointer = new PaintedPointer();
    if (!this.#context) return;
    this.#context.fillStyle = dark;
    this.#context.fillRect(0, 0, this.#image.width, this.#image.height);
  }

  #paint(areas: readonly TileArea[]): void {
    const context = this.#context;
    if (!context) return;
    const pieces = areas.length > manyAreas ? [around(areas)] : areas;
    const under = this.#pointer.painted;
    for (const { x, y, width, height } of under ? [...pieces, under] : pieces) {
      context.putImageData(this.#image, 0, 0, x, y, width, height);
    }
    this.#pointer.paint(context);
  }
}

/** The pointer, and where it stands on the canvas. */
class PaintedPointer {
  place = { x: 0, y: 0 };
  painted: TileArea | null = null;
  #shape: (PointerPicture & { readonly image: OffscreenCanvas }) | null = null;

  shape(shape: PointerPicture): void {
    this.#shape = { ...shape, image: imageOf(shape) };
  }

  paint(context: OffscreenCanvasRenderingContext2D): void {
    if (!this.#shape) return;
    const { hotX, hotY, width, height, image } = this.#shape;
    this.painted = { x: this.place.x - hotX, y: this.place.y - hotY, width, height };
    context.drawImage(image, this.painted.x, this.painted.y);
  }
}

function imageOf({ width, height, pixels }: PointerPicture): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(width, height);
  pixels.forEach((pixel, at) => {
    const alpha = pixel >>> 24;
    const plain = (shift: number): number =>
      alpha === 0 ? 0 : Math.min(255, Math.round((((pixel >>> shift) & 255) * 255) / alpha));
    image.data.set([plain(16), plain(8), plain(0), alpha], at * 4);
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
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

function wholeOf({ width, height }: ImageData): TileArea {
  return { x: 0, y: 0, width, height };
}

function around(areas: readonly TileArea[]): TileArea {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const right = Math.max(...areas.map((area) => area.x + area.width));
  const bottom = Math.max(...areas.map((area) => area.y + area.height));
  return { x, y, width: right - x, height: bottom - y };
}
