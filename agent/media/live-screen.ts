import type {
  Area,
  Desktop,
  Picture,
  PointerShape,
  ScreenListener,
  Watch,
} from '../platform/desktop.js';

/** Somebody who sends the screen on. */
export interface LiveListener extends ScreenListener {
  /** The screen is not to be seen any more; the picture that was lent is gone. */
  hidden(): void;
}

/** The person's screen for all who send it on: captured once, and only while it may be seen and somebody listens. */
export class LiveScreen implements ScreenListener {
  readonly #desktop: Desktop;
  readonly #listeners = new Set<LiveListener>();
  #open = false;
  #watch: Watch | undefined;
  #picture: Picture | undefined;
  #pointer: { readonly x: number; readonly y: number } | undefined;
  #shape: PointerShape | undefined;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
  }

  /** From now on it may be seen. */
  show(): void {
    this.#open = true;
    this.#capture();
  }

  /** Ends the capture at once. */
  hide(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#rest();
    for (const listener of this.#listeners) listener.hidden();
  }

  /** Tells a listener what the screen looks like now, and of every change until it is closed. */
  listen(listener: LiveListener): Watch {
    this.#listeners.add(listener);
    if (this.#picture) this.#introduce(listener, this.#picture);
    this.#capture();
    return {
      close: () => {
        this.#listeners.delete(listener);
        if (this.#listeners.size === 0) this.#rest();
      },
    };
  }

  changed(picture: Picture, parts: readonly Area[]): void {
    this.#picture = picture;
    for (const listener of this.#listeners) listener.changed(picture, parts);
  }

  pointerMoved(x: number, y: number): void {
    if (x === this.#pointer?.x && y === this.#pointer.y) return;
    this.#pointer = { x, y };
    for (const listener of this.#listeners) listener.pointerMoved(x, y);
  }

  pointerShaped(shape: PointerShape): void {
    if (shape.serial === this.#shape?.serial) return;
    this.#shape = shape;
    for (const listener of this.#listeners) listener.pointerShaped(shape);
  }

  #capture(): void {
    if (this.#open && this.#listeners.size > 0) this.#watch ??= this.#desktop.watchScreen(this);
  }

  #rest(): void {
    this.#watch?.close();
    this.#watch = undefined;
    this.#picture = undefined;
    this.#pointer = undefined;
    this.#shape = undefined;
  }

  #introduce(listener: LiveListener, picture: Picture): void {
    const { width, height } = picture;
    listener.changed(picture, [{ x: 0, y: 0, width, height }]);
    if (this.#shape) listener.pointerShaped(this.#shape);
    if (this.#pointer) listener.pointerMoved(this.#pointer.x, this.#pointer.y);
  }
}
