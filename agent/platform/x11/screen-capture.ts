import { CapturePace } from '../capture-pace.js';
import type { Area, ScreenListener, Size, Watch } from '../desktop.js';
import { Damage } from './damage.js';
import { readPointerPlace, readPointerShape, watchPointerShape } from './pointer.js';
import { ScreenImage } from './screen-image.js';
import { eventType, XConnection } from './x-connection.js';
import { xlib } from './xlib.js';

const structureNotifyMask = 1 << 17;
const configureNotify = 22;
/** Places of the size in `XConfigureEvent` on 64-bit systems. */
const configure = { window: 40, width: 56, height: 60 };

/** Captures the screen when the X server says that something changed on it, and at no other time. */
export class ScreenCapture implements Watch {
  readonly #listener: ScreenListener;
  readonly #pace = new CapturePace();
  readonly #connection: XConnection;
  readonly #damage: Damage;
  readonly #shapeEvent: number;
  #size: Size;
  #image: ScreenImage;
  #timer: NodeJS.Timeout | undefined;
  #pointerTimer: NodeJS.Timeout | undefined;
  #open = true;

  constructor(displayName: string, listener: ScreenListener) {
    this.#listener = listener;
    this.#connection = new XConnection(displayName, (event) => {
      this.#receive(event);
    });
    const { display, root } = this.#connection;
    xlib.selectInput(display, root, structureNotifyMask);
    this.#size = screenSize(display, root);
    this.#image = new ScreenImage(display, root, this.#size);
    this.#damage = new Damage(display, root);
    this.#shapeEvent = watchPointerShape(display, root);
    this.#timer = setTimeout(() => {
      this.#start();
    }, 0);
  }

  /** An input was done; its effect is awaited. */
  hurry(): void {
    this.#pace.hurry();
    if (this.#timer) this.#captureSoon();
  }

  /** The pointer may stand elsewhere now. */
  pointerMoved(): void {
    this.#pointerTimer ??= setTimeout(() => {
      this.#pointerTimer = undefined;
      this.#tellPointerPlace();
    }, 8);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#timer);
    clearTimeout(this.#pointerTimer);
    this.#damage.close();
    this.#image.close();
    this.#connection.close();
  }

  #start(): void {
    this.#timer = undefined;
    this.#captureAll();
    this.#tellPointerShape();
    this.#tellPointerPlace();
    this.#connection.drain();
  }

  #receive(event: Buffer): void {
    const type = eventType(event);
    if (type === this.#damage.event) this.#captureSoon();
    else if (type === this.#shapeEvent) this.#tellPointerShape();
    else if (type === configureNotify) this.#resized(event);
  }

  #captureSoon(): void {
    clearTimeout(this.#timer);
    const delay = this.#pace.delay(performance.now());
    if (delay === 0) {
      this.#capture();
    } else {
      this.#timer = setTimeout(() => {
        this.#capture();
      }, delay);
    }
  }

  #capture(): void {
    this.#timer = undefined;
    const areas = this.#damage.take(this.#size);
    this.#pace.captured(performance.now());
    this.#refresh(areas);
    this.#connection.drainSoon();
  }

  #captureAll(): void {
    this.#damage.take(this.#size);
    this.#refresh([{ x: 0, y: 0, ...this.#size }]);
  }

  #refresh(areas: readonly Area[]): void {
    if (areas.length === 0) return;
    const top = Math.min(...areas.map((area) => area.y));
    const bottom = Math.max(...areas.map((area) => area.y + area.height));
    this.#image.refresh(top, bottom - top);
    this.#listener.changed(this.#image.picture, areas);
  }

  #resized(event: Buffer): void {
    const width = event.readInt32LE(configure.width);
    const height = event.readInt32LE(configure.height);
    const isScreen = Number(event.readBigUInt64LE(configure.window)) === this.#connection.root;
    if (!isScreen || (width === this.#size.width && height === this.#size.height)) return;
    this.#size = { width, height };
    this.#image.close();
    this.#image = new ScreenImage(this.#connection.display, this.#connection.root, this.#size);
    this.#captureAll();
  }

  #tellPointerShape(): void {
    const shape = readPointerShape(this.#connection.display);
    if (shape) this.#listener.pointerShaped(shape);
  }

  #tellPointerPlace(): void {
    const { x, y } = readPointerPlace(this.#connection.display, this.#connection.root);
    this.#listener.pointerMoved(x, y);
    this.#connection.drainSoon();
  }
}

/** The size of a root window, in pixels. */
export function screenSize(display: bigint, root: number): Size {
  const width = [0];
  const height = [0];
  xlib.getGeometry(display, root, [0], [0], [0], width, height, [0], [0]);
  return { width: width[0] ?? 0, height: height[0] ?? 0 };
}
