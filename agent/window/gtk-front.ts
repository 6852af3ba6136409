import { DesktopUnavailable } from '../platform/desktop.js';
import { surviveXErrors } from '../platform/x11/x-errors.js';
import { BarWindow } from './bar-window.js';
import { ChatWindow } from './chat-window.js';
import { ConsentWindow } from './consent-window.js';
import { Faces } from './face.js';
import { GtkLoop } from './gtk-loop.js';
import { ui } from './gtk.js';
import { obeyPhysicalInputOnly } from './physical-input.js';
import { StageWindow } from './stage-window.js';
import { applyStyle } from './style.js';
import type { Front, Intentions, View } from './view.js';

/** The helper's windows under X11, drawn with GTK 3. */
export class GtkFront implements Front {
  readonly #loop: GtkLoop;
  readonly #faces = new Faces();
  readonly #stage: StageWindow;
  readonly #consent: ConsentWindow;
  readonly #bar: BarWindow;
  readonly #chat: ChatWindow;
  #view: View | undefined;

  /** Throws DesktopUnavailable when there is no display to draw on. */
  constructor(intentions: Intentions) {
    ui.setProgramName('mayday-helper');
    // Windows of labels and buttons need no OpenGL, whose drivers take 60 MB in passing.
    process.env['GDK_GL'] = 'disable';
    if (ui.init(null, null) === 0)
      throw new DesktopUnavailable('There is no display to show a window on.');
    surviveXErrors();
    obeyPhysicalInputOnly();
    applyStyle();
    this.#loop = new GtkLoop();
    this.#stage = new StageWindow(this.#faces, intentions);
    this.#consent = new ConsentWindow(this.#faces, intentions);
    this.#bar = new BarWindow(intentions);
    this.#chat = new ChatWindow(intentions);
  }

  show(view: View): void {
    this.#view = view;
    this.#stage.show(view);
    this.#consent.show(view);
    this.#bar.show(view);
    this.#chat.show(view);
    this.#loop.wake();
  }

  setFace(key: string, picture: Uint8Array): void {
    this.#faces.set(key, picture);
    if (this.#view) this.show(this.#view);
  }

  close(): void {
    this.#consent.close();
    this.#bar.close();
    this.#faces.close();
    this.#loop.close();
  }
}
