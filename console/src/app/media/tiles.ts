import { signal } from '@angular/core';
import type { ControlPause } from '../../../../workflows/domain/picture/control-pause.js';
import type { PictureWay } from '../../../../workflows/domain/picture/picture-message.js';
import { encodeViewer } from '../../../../workflows/domain/picture/viewer-message.js';
import type { Size } from './picture-area.js';
import { ScreenCanvas } from './screen-canvas.js';
import type { DecoderNews } from './tile-decoder.js';
import type { DecoderOrder } from './tile-decoder.worker.js';

/** As long as the device does not begin, it is asked again: it may not have been there yet. */
const askAgain = 500;

/** The tiles of a device's screen: decoded by a worker of their own, painted, and told of to the device. */
export class Tiles {
  readonly #way = signal<PictureWay | null>(null);
  readonly #size = signal<Size | null>(null);
  readonly #whole = signal(false);
  readonly #controlPause = signal<ControlPause | null>(null);
  #worker: Worker | null = null;
  #canvas: ScreenCanvas | null = null;
  #open = false;
  #tell: ((bytes: Uint8Array<ArrayBuffer>) => void) | null = null;
  #pictures = 0;
  #asking: ReturnType<typeof setInterval> | undefined;

  /** How the device wants its screen shown; null while it has said nothing. */
  readonly way = this.#way.asReadonly();
  readonly size = this.#size.asReadonly();
  /** Why the device takes no control just now; null while it does. */
  readonly controlPause = this.#controlPause.asReadonly();
  /** Whether the canvas shows the screen as it is, and not as it was before a video. */
  readonly whole = this.#whole.asReadonly();

  /** How many pictures have been painted. */
  get pictures(): number {
    return this.#pictures;
  }

  /** Paints on this canvas from now on. */
  paintOn(element: HTMLCanvasElement): void {
    this.#canvas = new ScreenCanvas(element);
    this.#order({ kind: 'repeat' });
  }

  /** The way to the device is open; the tiles begin as soon as their way is open too. */
  answerBy(tell: ((bytes: Uint8Array<ArrayBuffer>) => void) | null): void {
    this.#tell = tell;
    this.#begin();
  }

  /** The way from the device is open. */
  open(): void {
    this.#open = true;
    this.#begin();
  }

  receive(data: ArrayBuffer): void {
    this.#order(data, [data]);
  }

  /** No more tiles come; what is painted stays until others do. */
  end(): void {
    clearInterval(this.#asking);
    this.#open = false;
    this.#way.set(null);
    this.#whole.set(false);
    this.#controlPause.set(null);
  }

  /** Nothing stays to be seen. */
  clear(): void {
    this.end();
    this.#tell = null;
    this.#order({ kind: 'clear' });
  }

  close(): void {
    this.end();
    this.#tell = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #begin(): void {
    clearInterval(this.#asking);
    if (!this.#open || !this.#tell) return;
    this.#ask();
    this.#asking = setInterval(() => {
      this.#ask();
    }, askAgain);
  }

  #ask(): void {
    this.#order({ kind: 'begin' });
    this.#controlPause.set(null);
    this.#tell?.(encodeViewer({ kind: 'begin' }));
  }

  #order(order: DecoderOrder, transfer: Transferable[] = []): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(order, transfer);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./tile-decoder.worker', import.meta.url), {
      type: 'module',
    });
    worker.onmessage = ({ data }: MessageEvent<DecoderNews>) => {
      this.#hear(data);
    };
    return worker;
  }

  #hear(news: DecoderNews): void {
    switch (news.kind) {
      case 'paint':
        this.#canvas?.paint(news);
        break;
      case 'pointer':
        this.#canvas?.pointAs(news.shape);
        break;
      case 'shown':
        clearInterval(this.#asking);
        if (news.answer) this.#tell?.(encodeViewer({ kind: 'shown', number: news.number }));
        if (news.whole) this.#painted();
        break;
      case 'size':
        this.#canvas?.resize(news.width, news.height);
        this.#size.set({ width: news.width, height: news.height });
        break;
      case 'way':
        if (this.#way() === 'video' && news.way === 'tiles') this.#whole.set(false);
        this.#way.set(news.way);
        break;
      case 'control':
        this.#controlPause.set(news.pause);
        break;
      case 'broken':
        this.#begin();
        break;
    }
  }

  #painted(): void {
    this.#pictures += 1;
    this.#whole.set(true);
  }
}
