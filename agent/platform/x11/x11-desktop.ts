import type { ControlMessage } from '../../../workflows/domain/control/control-message.js';
import type { Desktop, PersonListener, ScreenListener, Size, Watch } from '../desktop.js';
import { StopKey } from '../stop-key.js';
import { Hands } from './hands.js';
import { RawInputReader, type RawInput } from './raw-input.js';
import { ScreenCapture, screenSize } from './screen-capture.js';
import { eventType, XConnection } from './x-connection.js';
import { xlib } from './xlib.js';

const structureNotifyMask = 1 << 17;
const configureNotify = 22;
const mappingNotify = 34;
const escape = 0xff1b;

/** A desktop under X11. */
export class X11Desktop implements Desktop {
  readonly #displayName: string;
  readonly #connection: XConnection;
  readonly #input: RawInputReader;
  readonly #hands: Hands;
  readonly #stopKey = new StopKey();
  #size: Size;
  readonly #captures = new Set<ScreenCapture>();
  readonly #persons = new Set<PersonListener>();

  /** Opens a display such as `:0`. Throws DesktopUnavailable. */
  constructor(displayName: string) {
    this.#displayName = displayName;
    this.#connection = new XConnection(displayName, (event) => {
      this.#receive(event);
    });
    const { display, root } = this.#connection;
    this.#input = new RawInputReader(display, root);
    xlib.selectInput(display, root, structureNotifyMask);
    this.#size = screenSize(display, root);
    this.#hands = new Hands(display, () => this.#size);
  }

  get size(): Size {
    return this.#size;
  }

  watchScreen(listener: ScreenListener): Watch {
    const capture = new ScreenCapture(this.#displayName, listener);
    this.#captures.add(capture);
    return {
      close: () => {
        this.#captures.delete(capture);
        capture.close();
      },
    };
  }

  watchPerson(listener: PersonListener): Watch {
    this.#persons.add(listener);
    return {
      close: () => {
        this.#persons.delete(listener);
      },
    };
  }

  inject(message: ControlMessage): void {
    this.#hands.perform(message);
    this.#connection.flush();
    this.#connection.drainSoon();
    for (const capture of this.#captures) capture.hurry();
  }

  releaseAll(): void {
    this.#hands.releaseAll();
    this.#connection.flush();
  }

  close(): void {
    for (const capture of this.#captures) capture.close();
    this.#captures.clear();
    this.#persons.clear();
    this.#hands.close();
    this.#connection.flush();
    this.#connection.close();
  }

  #receive(event: Buffer): void {
    const type = eventType(event);
    if (type === mappingNotify) xlib.refreshKeyboardMapping(event);
    if (type === configureNotify) {
      this.#size = screenSize(this.#connection.display, this.#connection.root);
    }
    const input = this.#input.read(event);
    if (!input) return;
    if (input.kind === 'motion') for (const capture of this.#captures) capture.pointerMoved();
    if (input.physical) this.#person(input);
  }

  #person(input: RawInput): void {
    for (const person of this.#persons) person.touched();
    const isStop =
      input.kind === 'key-down' &&
      this.#stopKey.pressed(this.#isEscape(input.detail), performance.now());
    if (isStop) for (const person of this.#persons) person.stopped();
  }

  #isEscape(keycode: number): boolean {
    const keysym = [0];
    xlib.xkbLookupKeysym(this.#connection.display, keycode, 0, [0], keysym);
    return keysym[0] === escape;
  }
}
