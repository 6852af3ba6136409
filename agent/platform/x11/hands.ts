import type { ControlMessage } from '../../../workflows/domain/control/control-message.js';
import type { Size } from '../desktop.js';
import { KeyboardLayout } from './keyboard-layout.js';
import { keysymOf } from './keysyms.js';
import { xtest } from './xtest.js';

/** X's button by the DOM's. */
const buttons = { 0: 1, 1: 2, 2: 3 } as const;
const wheelUp = 4;
const wheelDown = 5;
const wheelLeft = 6;
const wheelRight = 7;
/** Lines of a page that one notch of a wheel stands for. */
const linesPerNotch = 3;
const mostNotchesAtOnce = 20;

/** The injected mouse and keyboard. What they press is remembered, so that all of it can be let go. */
export class Hands {
  readonly #display: bigint;
  readonly #layout: KeyboardLayout;
  readonly #size: () => Size;
  readonly #buttons = new Set<number>();
  /** Keycode by the place on the driver's keyboard: the release names another character than the press when Shift came between. */
  readonly #keys = new Map<string, number>();
  #notches = { x: 0, y: 0 };

  constructor(display: bigint, size: () => Size) {
    this.#display = display;
    this.#size = size;
    this.#layout = new KeyboardLayout(display);
  }

  /** Queues what the message says; the connection's flush sends it. */
  perform(message: ControlMessage): void {
    switch (message.kind) {
      case 'pointer-move':
        this.#move(message.x, message.y);
        break;
      case 'pointer-button':
        this.#move(message.x, message.y);
        this.#press(buttons[message.button], message.down);
        break;
      case 'wheel':
        this.#move(message.x, message.y);
        this.#turn(message.dx, message.dy);
        break;
      case 'key':
        this.#type(message.key, message.code, message.down);
        break;
      case 'release-all':
        this.releaseAll();
        break;
    }
  }

  releaseAll(): void {
    for (const button of this.#buttons) xtest.button(this.#display, button, 0, 0);
    for (const keycode of this.#keys.values()) xtest.key(this.#display, keycode, 0, 0);
    this.#buttons.clear();
    this.#keys.clear();
    this.#notches = { x: 0, y: 0 };
  }

  close(): void {
    this.releaseAll();
    this.#layout.close();
  }

  #move(x: number, y: number): void {
    const { width, height } = this.#size();
    const column = Math.min(width - 1, Math.floor(x * width));
    const row = Math.min(height - 1, Math.floor(y * height));
    xtest.motion(this.#display, -1, column, row, 0);
  }

  #press(button: number, down: boolean): void {
    if (down) this.#buttons.add(button);
    else if (!this.#buttons.delete(button)) return;
    xtest.button(this.#display, button, down ? 1 : 0, 0);
  }

  #turn(dx: number, dy: number): void {
    this.#notches.x = this.#click(this.#notches.x + dx / linesPerNotch, wheelRight, wheelLeft);
    this.#notches.y = this.#click(this.#notches.y + dy / linesPerNotch, wheelDown, wheelUp);
  }

  /** Clicks the wheel's whole notches and answers what is left of a notch. */
  #click(notches: number, forward: number, backward: number): number {
    const whole = Math.trunc(notches);
    const button = whole > 0 ? forward : backward;
    for (let n = 0; n < Math.min(Math.abs(whole), mostNotchesAtOnce); n += 1) {
      xtest.button(this.#display, button, 1, 0);
      xtest.button(this.#display, button, 0, 0);
    }
    return notches - whole;
  }

  #type(key: string, code: string, down: boolean): void {
    const place = code === '' ? key : code;
    if (down) this.#keyDown(place, key, code);
    else this.#keyUp(place);
  }

  #keyDown(place: string, key: string, code: string): void {
    const keysym = keysymOf(key, code);
    const keycode =
      this.#keys.get(place) ?? (keysym === null ? null : this.#layout.keycodeOf(keysym));
    if (keycode === null) return;
    this.#keys.set(place, keycode);
    xtest.key(this.#display, keycode, 1, 0);
  }

  #keyUp(place: string): void {
    const keycode = this.#keys.get(place);
    if (keycode === undefined) return;
    this.#keys.delete(place);
    xtest.key(this.#display, keycode, 0, 0);
  }
}
