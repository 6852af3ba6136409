import type { XConnection } from '../../agent/platform/x11/x-connection.js';
import { drawing } from './drawing.js';

const size = { width: 960, height: 380 };
const place = { x: 40, y: 40 };
const grain = 4;
const pictures = 10;

/** A film in a window of 960 × 380: soft colours that wander, with a grain that is another in each picture. */
export class Film {
  readonly #connection: XConnection;
  readonly #window: number;
  readonly #pen: bigint;
  readonly #pictures: readonly number[];
  #shown = 0;

  constructor(connection: XConnection, desktop: number) {
    const { display, root } = connection;
    const { width, height } = size;
    this.#connection = connection;
    this.#window = drawing.childWindow(display, desktop, place.x, place.y, width, height, 0, 0, 0);
    drawing.map(display, this.#window);
    this.#pen = drawing.context(display, desktop, 0, null);
    drawing.silentCopies(display, this.#pen, 0);
    this.#pictures = Array.from({ length: pictures }, (_, time) => {
      const picture = drawing.pixmap(display, root, width, height, 24);
      this.#draw(picture, time);
      return picture;
    });
  }

  /** Shows the next picture. */
  next(): void {
    this.#shown += 1;
    const { width, height } = size;
    const picture = this.#pictures[this.#shown % pictures] ?? 0;
    drawing.copy(
      this.#connection.display,
      picture,
      this.#window,
      this.#pen,
      0,
      0,
      width,
      height,
      0,
      0,
    );
  }

  #draw(picture: number, time: number): void {
    const { display } = this.#connection;
    for (let y = 0; y < size.height; y += grain) {
      for (let x = 0; x < size.width; x += grain) {
        drawing.foreground(display, this.#pen, colourAt(x, y, time));
        drawing.rectangle(display, picture, this.#pen, x, y, grain, grain);
      }
    }
  }
}

function colourAt(x: number, y: number, time: number): number {
  const turn = (time / pictures) * 2 * Math.PI;
  const grainHere = (Math.imul(x * 7919 + y * 104729 + time * 1299709, 2654435761) >>> 28) - 8;
  const channel = (shift: number): number => {
    const wave = Math.sin(x / 90 + shift + turn) + Math.cos(y / 60 - shift + turn);
    return Math.min(255, Math.max(0, Math.round(128 + 50 * wave) + grainHere));
  };
  return (channel(0) << 16) | (channel(2) << 8) | channel(4);
}
