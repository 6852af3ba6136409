import koffi from 'koffi';
import { until } from '../../../workflows/until-testing.js';
import { NestedDesktop } from '../../testing/nested-desktop-testing.js';
import { WatchedScreen } from '../../testing/watched-screen.js';
import { bind } from '../native.js';
import { X11Desktop } from './x11-desktop.js';
import { XConnection } from './x-connection.js';
import { xlib } from './xlib.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 90_000;

const library = koffi.load('libX11.so.6');
const setBackground = bind<[bigint, number, number], number>(
  library,
  'int XSetWindowBackground(void *d, ulong window, ulong colour)',
);
const clear = bind<[bigint, number], number>(library, 'int XClearWindow(void *d, ulong window)');
const escape = 9;
const letterA = 38;
const leftButtonHeld = 1 << 8;

describe('The X11 desktop', () => {
  let nested: NestedDesktop;
  let other: XConnection;
  let desktop: X11Desktop;
  let touches: number;
  let stops: number;

  beforeAll(async () => {
    nested = await NestedDesktop.start();
    other = new XConnection(nested.display, () => undefined);
  });

  afterAll(async () => {
    other.close();
    await nested.close();
  });

  beforeEach(() => {
    touches = 0;
    stops = 0;
    desktop = new X11Desktop(nested.display);
    desktop.watchPerson({
      touched: () => {
        touches += 1;
      },
      stopped: () => {
        stops += 1;
      },
    });
  });

  afterEach(() => {
    desktop.close();
  });

  it('shows a pixel that changes', async () => {
    const screen = new WatchedScreen(desktop);
    paint(0x102030);
    await until('the first colour is seen', () => screen.colourAt(640, 700) === 0x102030);
    paint(0xfedcba);
    await until('the second colour is seen', () => screen.colourAt(640, 700) === 0xfedcba);
    expect(screen.colourAt(10, 700)).toBe(0xfedcba);
    screen.close();
  });

  it('takes no picture after the watch is closed', async () => {
    const screen = new WatchedScreen(desktop);
    await until('the first picture', () => screen.captures > 0);
    screen.close();
    const before = screen.captures;
    paint(0x334455);
    const second = new WatchedScreen(desktop);
    await until('another watch sees it', () => second.colourAt(640, 700) === 0x334455);
    expect(screen.captures).toBe(before);
    second.close();
  });

  it('moves the pointer where a message says, and tells where it stands', async () => {
    const screen = new WatchedScreen(desktop);
    await until('the first picture', () => screen.captures > 0);
    desktop.inject({ kind: 'pointer-move', x: 0.5, y: 0.25 });
    await until(
      'the pointer is there',
      () => screen.pointer?.x === 640 && screen.pointer.y === 180,
    );
    expect(screen.shape?.width).toBeGreaterThan(0);
    screen.close();
  });

  it('tells a person’s hand from injected input', async () => {
    desktop.inject({ kind: 'pointer-move', x: 0.1, y: 0.1 });
    desktop.inject({ kind: 'key', key: 'a', code: 'KeyA', down: true });
    desktop.inject({ kind: 'key', key: 'a', code: 'KeyA', down: false });
    await until('the injected move', () => pointerPlace().x === 128);
    expect(touches).toBe(0);
    nested.move(300, 300);
    await until('the person is noticed', () => touches > 0);
  });

  it('knows the stop key of the person’s own keyboard only', async () => {
    for (let press = 0; press < 3; press += 1) {
      desktop.inject({ kind: 'key', key: 'Escape', code: 'Escape', down: true });
      desktop.inject({ kind: 'key', key: 'Escape', code: 'Escape', down: false });
    }
    nested.press(letterA);
    await until('the letter', () => touches > 0);
    expect(stops).toBe(0);
    for (let press = 0; press < 3; press += 1) nested.press(escape);
    await until('the stop key', () => stops === 1);
  });

  it('leaves nothing pressed', async () => {
    // With each event of a hand the nested display takes over what that hand holds; the last come first.
    nested.move(310, 310);
    await until('all that the person did has arrived', () => pointerPlace().x === 310);
    desktop.inject({ kind: 'pointer-button', x: 0.9, y: 0.9, button: 0, down: true });
    desktop.inject({ kind: 'key', key: 'Shift', code: 'ShiftLeft', down: true });
    await until(
      'both are held',
      () => (heldModifiers() & (leftButtonHeld | 1)) === (leftButtonHeld | 1),
    );
    desktop.releaseAll();
    await until('both are let go', () => (heldModifiers() & (leftButtonHeld | 1)) === 0);
  });

  it('types what the keyboard’s layout lacks', async () => {
    const layout = keysyms();
    expect(layout).not.toContain(0x01000436);
    desktop.inject({ kind: 'key', key: 'ж', code: 'Semicolon', down: true });
    expect(keysyms()).toContain(0x01000436);
    desktop.inject({ kind: 'key', key: 'ж', code: 'Semicolon', down: false });
    desktop.close();
    await until('the layout is as before', () => !keysyms().includes(0x01000436));
    desktop = new X11Desktop(nested.display);
  });

  function paint(colour: number): void {
    setBackground(other.display, other.root, colour);
    clear(other.display, other.root);
    other.flush();
  }

  function pointerPlace(): { readonly x: number; readonly mask: number } {
    const x = [0];
    const mask = [0];
    xlib.queryPointer(other.display, other.root, [0], [0], x, [0], [0], [0], mask);
    return { x: x[0] ?? 0, mask: mask[0] ?? 0 };
  }

  function heldModifiers(): number {
    return pointerPlace().mask;
  }

  function keysyms(): readonly number[] {
    const each = [0];
    const table = xlib.getKeyboardMapping(other.display, 8, 248, each);
    if (table === null) return [];
    const all = Array.from(new BigUint64Array(koffi.view(table, 248 * (each[0] ?? 0) * 8)), Number);
    xlib.free(table);
    return all;
  }
});
