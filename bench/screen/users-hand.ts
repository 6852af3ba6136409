import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { screenSize } from '../../agent/platform/x11/screen-capture.js';
import { ScreenImage } from '../../agent/platform/x11/screen-image.js';
import { XConnection } from '../../agent/platform/x11/x-connection.js';
import type { Area, Picture } from '../../agent/platform/desktop.js';
import { until } from '../../deploy/supervisor/until.js';
import type { UserDesktop } from './user-desktop.js';

const run = promisify(execFile);

/** The colour of the one button in the helper's windows that means yes. */
const yes = 0xc2410c;
const narrowest = 120;
const lowest = 24;

/** The user at their own desktop: what they see and where they press. */
export class UsersHand {
  readonly #desktop: UserDesktop;
  readonly #connection: XConnection;
  readonly #image: ScreenImage;

  constructor(desktop: UserDesktop) {
    this.#desktop = desktop;
    this.#connection = new XConnection(desktop.display, () => undefined);
    const { display, root } = this.#connection;
    this.#image = new ScreenImage(display, root, screenSize(display, root));
  }

  /** Presses the button that allows what is asked, until the question is gone. */
  async allow(): Promise<void> {
    await until('the question for consent', () => this.#button());
    await until(
      'the end of the question',
      async () => {
        const button = this.#button();
        if (button) await this.#press(button);
        return button === undefined;
      },
      { within: 20_000, every: 300 },
    );
  }

  close(): void {
    this.#image.close();
    this.#connection.close();
  }

  #button(): Area | undefined {
    const { picture } = this.#image;
    this.#image.refresh(0, picture.height);
    return findButton(picture);
  }

  async #press({ x, y, width, height }: Area): Promise<void> {
    const place = [Math.round(x + width / 2), Math.round(y + height / 2)].map(String);
    const words = ['mousemove', '--sync', ...place, 'click', '1'];
    await run('xdotool', words, { env: { ...process.env, DISPLAY: this.#desktop.hand } });
  }
}

/** The place of a wide area of the button's colour; a switch has it too but is narrow. */
export function findButton({ width, height, pixels }: Picture): Area | undefined {
  for (let y = 0; y < height; y += lowest / 2) {
    const run = longestRun(pixels.subarray(y * width, (y + 1) * width));
    if (run.length >= narrowest) return { x: run.from, y, width: run.length, height: lowest };
  }
  return undefined;
}

function longestRun(row: Uint32Array): { from: number; length: number } {
  let best = { from: 0, length: 0 };
  let from = 0;
  row.forEach((pixel, x) => {
    if ((pixel & 0xffffff) !== yes) from = x + 1;
    else if (x - from + 1 > best.length) best = { from, length: x - from + 1 };
  });
  return best;
}
