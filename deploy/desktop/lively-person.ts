import { randomBytes } from 'node:crypto';
import { Helper } from '../../agent/helper.js';
import { FakeDesktop } from '../../agent/testing/fake-desktop.js';
import type { Intentions, View } from '../../agent/window/view.js';
import type { ControlMessage } from '../../workflows/domain/control/control-message.js';

const size = { width: 320, height: 200 };
const betweenPictures = 20;

/** A desktop on which something always moves, and whose last input from outside is known. */
class LivelyDesktop extends FakeDesktop {
  override readonly size = size;
  readonly #picture = { ...size, pixels: new Uint32Array(size.width * size.height) };
  readonly #moving: NodeJS.Timeout;
  lastInputAt = Number.NEGATIVE_INFINITY;

  constructor() {
    super();
    this.#moving = setInterval(() => {
      this.#move();
    }, betweenPictures);
  }

  override inject(message: ControlMessage): void {
    if (message.kind === 'pointer-move') this.lastInputAt = performance.now();
  }

  override close(): void {
    clearInterval(this.#moving);
    super.close();
  }

  #move(): void {
    this.#picture.pixels[0] = ((this.#picture.pixels[0] ?? 0) + 1) & 0xffffff;
    for (const screen of this.screens) {
      screen.changed(this.#picture, [{ x: 0, y: 0, width: 1, height: 1 }]);
    }
  }
}

/** A person with the real helper on a desktop of this process, who allows what they are asked. */
export class LivelyPerson {
  readonly #desktop = new LivelyDesktop();
  readonly #helper: Helper;
  #view: View | undefined;

  /** Follows a link. */
  constructor(link: string) {
    this.#helper = new Helper({
      desktop: this.#desktop,
      language: 'en',
      front: (intentions) => ({
        show: (view) => {
          this.#view = view;
          this.#allow(intentions, view);
        },
        setFace: () => undefined,
        close: () => undefined,
      }),
      deviceKey: () => Promise.resolve(randomBytes(24).toString('base64url')),
      deviceInfo: () => Promise.resolve({ system: 'Debian' }),
      knownDesk: { find: () => Promise.resolve(null), keep: () => Promise.resolve() },
      quit: () => undefined,
    });
    this.#helper.follow(link);
  }

  /** When input from a technician last reached the desktop. */
  get lastInputAt(): number {
    return this.#desktop.lastInputAt;
  }

  /** What the helper's windows show. */
  get view(): View | undefined {
    return this.#view;
  }

  /** The person takes back what they allowed. */
  takeBack(scope: 'view' | 'control'): void {
    this.#helper.takeBack(scope);
  }

  leave(): void {
    this.#helper.close();
  }

  #allow(intentions: Intentions, { question }: View): void {
    // Not from within the helper's own step.
    if (question)
      setImmediate(() => {
        intentions.answer(question.id, question.scopes);
      });
  }
}
