import type { PointerPicture } from '../../../../workflows/domain/picture/pointer-picture.js';
import type { DecoderNews } from './tile-decoder.js';

/**
 * The canvas on which the user's screen is seen. The page paints it itself and does not wait for the browser's next
 * frame: what a worker paints on a canvas of its own is seen half a frame later.
 */
export class ScreenCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #pointer: OffscreenCanvas | null = null;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  }

  resize(width: number, height: number): void {
    this.#canvas.width = width;
    this.#canvas.height = height;
  }

  /** What the pointer looks like from now on; null when it is not seen. */
  pointAs(shape: PointerPicture | null): void {
    this.#pointer = shape && imageOf(shape);
  }

  paint({ pieces, pointer }: Extract<DecoderNews, { kind: 'paint' }>): void {
    for (const { image, x, y } of pieces) this.#context?.putImageData(image, x, y);
    if (pointer && this.#pointer) this.#context?.drawImage(this.#pointer, pointer.x, pointer.y);
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
