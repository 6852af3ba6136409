import type { Area, Size } from '../../agent/platform/desktop.js';
import { screenSize } from '../../agent/platform/x11/screen-capture.js';
import { eventType, XConnection } from '../../agent/platform/x11/x-connection.js';
import { xlib } from '../../agent/platform/x11/xlib.js';
import { drawing } from './drawing.js';
import { fieldColours, fieldOn } from './field.js';
import { Film } from './film.js';
import { freezeSignal, isSceneKind, type SceneKind } from './scene-kind.js';

const buttonPress = 4;
const buttonPressMask = 1 << 2;
const overrideRedirect = { mask: 1 << 9, at: 88, length: 112 };
const colours = {
  desktop: 0x2f4858,
  paper: 0x101418,
  ink: 0xc8d4d0,
  edge: 0xf2d0a4,
  sky: 0x33658a,
};
const lineHeight = 16;
const barWidth = 8;
const bars = 40;

/** A desktop where something always moves, with a field that changes its colour when it is clicked. */
class Scene {
  readonly #connection: XConnection;
  readonly #desktop: number;
  readonly #field: number;
  readonly #animation: number;
  readonly #terminal: number;
  readonly #pen: bigint;
  readonly #size: Size;
  readonly #canvas: number;
  readonly #moving: NodeJS.Timeout[] = [];
  #pressed = false;
  #frame = 0;
  #line = 0;
  #letters = 0;

  constructor(displayName: string) {
    this.#connection = new XConnection(displayName, (event) => {
      if (eventType(event) === buttonPress) this.#flip();
    });
    const { display, root } = this.#connection;
    this.#size = screenSize(display, root);
    const desktop = this.#desktopWindow();
    this.#field = this.#child(desktop, fieldOn(this.#size), fieldColours.rest);
    this.#animation = this.#child(desktop, animationOn(this.#size), colours.sky);
    this.#terminal = this.#child(desktop, terminalOn(this.#size), colours.paper);
    this.#pen = drawing.context(display, desktop, 0, null);
    const { width, height } = animationOn(this.#size);
    this.#canvas = drawing.pixmap(display, root, width, height, 24);
    drawing.silentCopies(display, this.#pen, 0);
    xlib.selectInput(display, this.#field, buttonPressMask);
    drawing.mapAll(display, desktop);
    drawing.map(display, desktop);
    this.#desktop = desktop;
    xlib.flush(display);
  }

  /** Goes on until the process ends. */
  run(kind: SceneKind): void {
    this.#often(10, () => {
      // A window manager that begins later stacks its windows below those it found.
      drawing.lower(this.#connection.display, this.#desktop);
    });
    if (kind === 'busy' || kind === 'animation')
      this.#often(30, () => {
        this.#animate();
      });
    if (kind === 'busy')
      this.#often(10, () => {
        this.#scroll();
      });
    if (kind === 'office')
      this.#often(6, () => {
        this.#work();
      });
    if (kind === 'film') {
      const film = new Film(this.#connection, this.#desktop);
      this.#often(25, () => {
        film.next();
      });
    }
  }

  /** Draws nothing any more and leaves everything as it stands. */
  freeze(): void {
    for (const moving of this.#moving.splice(0)) clearInterval(moving);
  }

  #often(perSecond: number, draw: () => void): void {
    const moving = setInterval(() => {
      draw();
      xlib.flush(this.#connection.display);
    }, 1000 / perSecond);
    this.#moving.push(moving);
  }

  /** A letter each time, and a new line after twenty. */
  #work(): void {
    this.#letters += 1;
    if (this.#letters % 20 === 0) this.#scroll();
    else {
      const { width, height } = terminalOn(this.#size);
      const { display } = this.#connection;
      const text = String.fromCharCode(97 + (this.#letters % 26));
      drawing.foreground(display, this.#pen, colours.ink);
      const x = width - 200 + (this.#letters % 20) * 8;
      drawing.text(display, this.#terminal, this.#pen, x, height - 5, text, text.length);
    }
  }

  /** Without a frame, and below whatever else is opened, with or without a window manager. */
  #desktopWindow(): number {
    const { display, root } = this.#connection;
    const { width, height } = this.#size;
    const attributes = Buffer.alloc(overrideRedirect.length);
    attributes.writeInt32LE(1, overrideRedirect.at);
    const mask = overrideRedirect.mask;
    const window = drawing.window(
      display,
      root,
      0,
      0,
      width,
      height,
      0,
      0,
      0,
      null,
      mask,
      attributes,
    );
    drawing.background(display, window, colours.desktop);
    return window;
  }

  #child(parent: number, { x, y, width, height }: Area, colour: number): number {
    const { display } = this.#connection;
    return drawing.childWindow(display, parent, x, y, width, height, 0, 0, colour);
  }

  #flip(): void {
    this.#pressed = !this.#pressed;
    const { display } = this.#connection;
    drawing.background(display, this.#field, fieldColours[this.#pressed ? 'pressed' : 'rest']);
    drawing.clear(display, this.#field);
    xlib.flush(display);
  }

  /** Bars that rise and fall, each with an edge of its own colour, drawn aside and shown at once. */
  #animate(): void {
    const { display } = this.#connection;
    const { width, height } = animationOn(this.#size);
    this.#frame += 1;
    this.#fill(colours.sky, { x: 0, y: 0, width, height });
    for (let bar = 0; bar < bars; bar += 1) this.#drawBar(bar, height);
    drawing.copy(display, this.#canvas, this.#animation, this.#pen, 0, 0, width, height, 0, 0);
  }

  #drawBar(bar: number, height: number): void {
    const rise = Math.sin(this.#frame / 9 + bar * 0.7) * Math.cos(this.#frame / 23 + bar);
    const length = Math.round(height * (0.5 + 0.45 * rise));
    const place = { x: bar * barWidth, y: height - length, width: barWidth - 2, height: length };
    this.#fill(colourOfBar(bar + this.#frame), place);
    this.#fill(colours.edge, { ...place, height: 3 });
  }

  #fill(colour: number, { x, y, width, height }: Area): void {
    const { display } = this.#connection;
    drawing.foreground(display, this.#pen, colour);
    drawing.rectangle(display, this.#canvas, this.#pen, x, y, width, height);
  }

  #scroll(): void {
    const { display } = this.#connection;
    const { width, height } = terminalOn(this.#size);
    const kept = height - lineHeight;
    const terminal = this.#terminal;
    drawing.copy(display, terminal, terminal, this.#pen, 0, lineHeight, width, kept, 0, 0);
    drawing.clearArea(display, terminal, 0, kept, width, lineHeight, 0);
    drawing.foreground(display, this.#pen, colours.ink);
    const text = lineOfLog((this.#line += 1));
    drawing.text(display, terminal, this.#pen, 8, height - 5, text, text.length);
  }
}

function animationOn({ width, height }: Size): Area {
  return { x: Math.round(width * 0.1), y: Math.round(height * 0.2), width: 320, height: 180 };
}

function terminalOn({ width, height }: Size): Area {
  const x = Math.round(width * 0.45);
  const y = Math.round(height * 0.2);
  return { x, y, width: 640, height: 400 };
}

function colourOfBar(step: number): number {
  const shade = Math.round(127 + 100 * Math.sin(step / 5));
  return (shade << 16) | (0x60 << 8) | (255 - shade);
}

/** Text as a busy program writes it, different in each line. */
function lineOfLog(line: number): string {
  const digest = Math.imul(line, 2654435761) >>> 0;
  const milliseconds = (digest % 1000).toString().padStart(3, '0');
  return `${line.toString().padStart(6, '0')} job=${digest.toString(16).padStart(8, '0')} state=done took=${milliseconds}ms queue=${digest % 17} worker=${(digest >>> 7).toString(36)} trace=${(digest ^ 0x5bd1e995).toString(16)}`;
}

const [displayName, kind = 'busy'] = process.argv.slice(2);
if (displayName === undefined) throw new Error('Which display? Such as :50.');
if (!isSceneKind(kind)) throw new Error(`There is no scene "${kind}".`);
const scene = new Scene(displayName);
scene.run(kind);
process.on(freezeSignal, () => {
  scene.freeze();
});
