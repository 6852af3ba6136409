import { setTimeout as pause } from 'node:timers/promises';
import type { Picture } from '../../agent/platform/desktop.js';
import { screenSize } from '../../agent/platform/x11/screen-capture.js';
import { ScreenImage } from '../../agent/platform/x11/screen-image.js';
import { XConnection } from '../../agent/platform/x11/x-connection.js';
import { xtest } from '../../agent/platform/x11/xtest.js';
import { until } from '../supervisor/until.js';

/** A place on a screen, in its pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const leftButton = 1;
const shortestPress = 40;
/** Fewer pixels of a colour than this are the edge of a letter, not something to press. */
const smallestTarget = 1500;

/** Somebody at a desktop: their eyes are on it, and their hand comes from the display around it. */
export class Person {
  readonly #seen: XConnection;
  readonly #touched: XConnection;
  readonly #image: ScreenImage;

  constructor(display: string, hand: string) {
    this.#seen = new XConnection(display, () => undefined);
    this.#touched = new XConnection(hand, () => undefined);
    const { display: address, root } = this.#seen;
    this.#image = new ScreenImage(address, root, screenSize(address, root));
  }

  /** Waits until something of a colour (`0xRRGGBB`) large enough to press is on the screen; answers its middle. */
  waitFor(what: string, colour: number, within = 30_000): Promise<Place> {
    return until(what, () => this.#middleOf(colour), { within });
  }

  /** Moves the pointer to a place and leaves it there. */
  point({ x, y }: Place): void {
    xtest.motion(this.#touched.display, -1, x, y, 0);
    this.#touched.flush();
  }

  /** Presses and lets go at a place, as a hand would. */
  async press({ x, y }: Place): Promise<void> {
    const { display } = this.#touched;
    xtest.motion(display, -1, x, y, 0);
    xtest.button(display, leftButton, 1, 0);
    this.#touched.flush();
    await pause(shortestPress);
    xtest.button(display, leftButton, 0, 0);
    this.#touched.flush();
  }

  /**
   * Presses something of a colour whenever it is there, until what that should bring about has come: a
   * button counts only after it has been in sight for a moment.
   */
  async pressUntil(what: string, colour: number, hasCome: () => Promise<boolean>): Promise<void> {
    await until(what, async () => {
      const place = this.#middleOf(colour);
      if (place) await this.press(place);
      return hasCome();
    });
  }

  /** The screen as it is now; lent until the next look. */
  look(): Picture {
    const { picture } = this.#image;
    this.#image.refresh(0, picture.height);
    return picture;
  }

  close(): void {
    this.#image.close();
    this.#seen.close();
    this.#touched.close();
  }

  #middleOf(colour: number): Place | undefined {
    const { picture } = this.#image;
    this.#image.refresh(0, picture.height);
    const places = { count: 0, x: 0, y: 0 };
    for (const [index, pixel] of picture.pixels.entries()) {
      if ((pixel & 0xffffff) !== colour) continue;
      places.count += 1;
      places.x += index % picture.width;
      places.y += Math.floor(index / picture.width);
    }
    if (places.count < smallestTarget) return undefined;
    return { x: Math.round(places.x / places.count), y: Math.round(places.y / places.count) };
  }
}
