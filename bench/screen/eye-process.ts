import { setTimeout as pause } from 'node:timers/promises';
import { screenSize } from '../../agent/platform/x11/screen-capture.js';
import { ScreenImage } from '../../agent/platform/x11/screen-image.js';
import { XConnection } from '../../agent/platform/x11/x-connection.js';
import { xlib } from '../../agent/platform/x11/xlib.js';
import { xtest } from '../../agent/platform/x11/xtest.js';
import type { EyeAnswer, EyeQuestion } from './eye-messages.js';
import { colourOf } from './field.js';
import { findField, type SeenField } from './find-field.js';

const patience = 2_000;
const betweenLooks = 0.2;
const shortestPress = 40;
const leftButton = 1;

/** Eye and hand of the viewer: in one process, so that one clock times both. */
class Eye {
  readonly #connection: XConnection;
  readonly #image: ScreenImage;
  readonly #width: number;

  constructor(displayName: string) {
    this.#connection = new XConnection(displayName, () => undefined);
    const { display, root } = this.#connection;
    const size = screenSize(display, root);
    this.#width = size.width;
    this.#image = new ScreenImage(display, root, size);
  }

  async answer(question: EyeQuestion): Promise<EyeAnswer> {
    if (question.kind === 'find') return { kind: 'found', field: this.#find() };
    return { kind: 'clicked', milliseconds: await this.#click(question) };
  }

  #find(): SeenField | null {
    const { picture } = this.#image;
    this.#image.refresh(0, picture.height);
    return findField(picture) ?? null;
  }

  async #click(question: Extract<EyeQuestion, { kind: 'click' }>): Promise<number | null> {
    const { display } = this.#connection;
    // A hand moves before it presses, and the pointer is at rest when it does.
    xtest.motion(display, -1, question.x, question.y, 0);
    this.#connection.flush();
    await pause(80 + 120 * Math.random());
    const before = this.#look(question);
    const began = performance.now();
    xtest.button(display, leftButton, 1, 0);
    xlib.flush(display);
    const seen = this.#waitForChange(question, before, began);
    await pause(shortestPress);
    xtest.button(display, leftButton, 0, 0);
    this.#connection.flush();
    return seen === undefined ? null : seen - began;
  }

  /** The process does nothing else meanwhile, so it may sleep where others must not. */
  #waitForChange(
    question: Extract<EyeQuestion, { kind: 'click' }>,
    before: string | undefined,
    began: number,
  ): number | undefined {
    for (;;) {
      const colour = this.#look(question);
      const now = performance.now();
      if (colour !== undefined && colour !== before) return now;
      if (now - began > patience) return undefined;
      sleep(betweenLooks);
    }
  }

  #look({ eyeX, eyeY }: { eyeX: number; eyeY: number }): string | undefined {
    this.#image.refresh(eyeY, 1);
    return colourOf(this.#image.picture.pixels[eyeY * this.#width + eyeX] ?? 0);
  }
}

const nothing = new Int32Array(new SharedArrayBuffer(4));

function sleep(milliseconds: number): void {
  Atomics.wait(nothing, 0, 0, milliseconds);
}

const [displayName] = process.argv.slice(2);
if (displayName === undefined) throw new Error('Which display? Such as :50.');
const eye = new Eye(displayName);
process.on('message', (question: EyeQuestion) => {
  void eye.answer(question).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => {
  process.exit(0);
});
