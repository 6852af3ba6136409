import koffi from 'koffi';
import { xlib } from './xlib.js';

const coreKeyboard = 0x100;
const longBytes = 8;
/** Places of fields in `XkbStateRec`. */
const state = { length: 20, group: 0, modifiers: 6 };
const groupShift = 13;
const firstFunctionKeysym = 0xfe00;
const lastFunctionKeysym = 0xffff;

/** The keyboard's layout, and keys of it that carry nothing and can be lent to characters it lacks. */
export class KeyboardLayout {
  readonly #display: bigint;
  readonly #first: number;
  readonly #count: number;
  /** Keycode by borrowed keysym, the one used longest ago first. */
  readonly #lent = new Map<number, number>();
  #free: number[];

  constructor(display: bigint) {
    this.#display = display;
    const least = [0];
    const most = [0];
    xlib.displayKeycodes(display, least, most);
    this.#first = least[0] ?? 8;
    this.#count = (most[0] ?? 255) - this.#first + 1;
    this.#free = this.#rows().flatMap(({ keycode, keysyms }) =>
      keysyms.every((keysym) => keysym === 0) ? [keycode] : [],
    );
  }

  /** A keycode that types the keysym under the modifiers that are down now, or null when none can. */
  keycodeOf(keysym: number): number | null {
    return this.#keycodeInLayout(keysym) ?? this.#borrowed(keysym);
  }

  /** Gives borrowed keys back. */
  close(): void {
    for (const keycode of this.#lent.values()) this.#assign(keycode, 0);
    this.#lent.clear();
  }

  #keycodeInLayout(keysym: number): number | null {
    const modifiers = this.#modifiers();
    const row = this.#rows().find(
      ({ keycode, keysyms }) =>
        keysyms.includes(keysym) && this.#typed(keycode, modifiers) === keysym,
    );
    return row?.keycode ?? this.#functionKeycode(keysym);
  }

  /** A key that prints nothing, such as Tab or Alt, is the same key whatever else is held. */
  #functionKeycode(keysym: number): number | null {
    if (keysym < firstFunctionKeysym || keysym > lastFunctionKeysym) return null;
    return this.#rows().find(({ keysyms }) => keysyms.includes(keysym))?.keycode ?? null;
  }

  #typed(keycode: number, modifiers: number): number {
    const keysym = [0];
    xlib.xkbLookupKeysym(this.#display, keycode, modifiers, [0], keysym);
    return keysym[0] ?? 0;
  }

  #modifiers(): number {
    const now = new Uint8Array(state.length);
    xlib.xkbGetState(this.#display, coreKeyboard, now);
    return (now[state.modifiers] ?? 0) | ((now[state.group] ?? 0) << groupShift);
  }

  #borrowed(keysym: number): number | null {
    const keycode = this.#lent.get(keysym) ?? this.#free.pop() ?? this.#reclaimed();
    if (keycode === null) return null;
    if (!this.#lent.has(keysym)) this.#assign(keycode, keysym);
    this.#lent.delete(keysym);
    this.#lent.set(keysym, keycode);
    return keycode;
  }

  #reclaimed(): number | null {
    const oldest = this.#lent.entries().next().value;
    if (!oldest) return null;
    this.#lent.delete(oldest[0]);
    return oldest[1];
  }

  #assign(keycode: number, keysym: number): void {
    const both = BigUint64Array.of(BigInt(keysym), BigInt(keysym));
    xlib.changeKeyboardMapping(this.#display, keycode, both.length, both, 1);
    xlib.sync(this.#display, 0);
  }

  #rows(): { readonly keycode: number; readonly keysyms: readonly number[] }[] {
    const each = [0];
    const table = xlib.getKeyboardMapping(this.#display, this.#first, this.#count, each);
    if (table === null) return [];
    const width = each[0] ?? 0;
    const longs = new BigUint64Array(koffi.view(table, this.#count * width * longBytes));
    const keysyms = Array.from(longs, Number);
    xlib.free(table);
    return Array.from({ length: this.#count }, (_, row) => ({
      keycode: this.#first + row,
      keysyms: keysyms.slice(row * width, (row + 1) * width),
    }));
  }
}
