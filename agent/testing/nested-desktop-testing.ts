import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { until } from '../../workflows/until-testing.js';
import { XConnection } from '../platform/x11/x-connection.js';
import { xtest } from '../platform/x11/xtest.js';

const size = '1280x720';
const firstNumber = 150;
const lastNumber = 250;
const leftButton = 1;

/** A desktop on a display inside another: what is injected outside is, inside, a person's own hand. */
export class NestedDesktop {
  /** The display that the helper is on. */
  readonly display: string;
  readonly #hand: XConnection;
  readonly #programs: readonly ChildProcess[];

  private constructor(display: string, hand: XConnection, programs: readonly ChildProcess[]) {
    this.display = display;
    this.#hand = hand;
    this.#programs = programs;
  }

  static async start(): Promise<NestedDesktop> {
    const outer = await startDisplay('Xvfb', ['-screen', '0', `${size}x24`], {});
    const inner = await startDisplay('Xephyr', ['-screen', size], { DISPLAY: outer.name });
    const manager = spawn('openbox', {
      env: { ...process.env, DISPLAY: inner.name },
      stdio: 'ignore',
    });
    const hand = new XConnection(outer.name, () => undefined);
    return new NestedDesktop(inner.name, hand, [manager, inner.program, outer.program]);
  }

  /** The person moves their mouse. */
  move(x: number, y: number): void {
    xtest.motion(this.#hand.display, -1, x, y, 0);
    this.#hand.flush();
  }

  /** The person clicks. */
  click(x: number, y: number): void {
    this.move(x, y);
    xtest.button(this.#hand.display, leftButton, 1, 0);
    xtest.button(this.#hand.display, leftButton, 0, 20);
    this.#hand.flush();
  }

  /** The person presses a key, by its keycode. */
  press(keycode: number): void {
    xtest.key(this.#hand.display, keycode, 1, 0);
    xtest.key(this.#hand.display, keycode, 0, 10);
    this.#hand.flush();
  }

  async close(): Promise<void> {
    this.#hand.close();
    for (const program of this.#programs) {
      if (program.exitCode !== null || program.signalCode !== null) continue;
      program.kill();
      await once(program, 'exit');
    }
  }
}

async function startDisplay(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly name: string; readonly program: ChildProcess }> {
  const number = freeNumber();
  const program = spawn(command, [`:${number}`, ...words, '-nolisten', 'tcp', '-noreset'], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  await once(program, 'spawn');
  await until(`${command} is there`, () => existsSync(socketOf(number)));
  return { name: `:${number}`, program };
}

function freeNumber(): number {
  for (let number = firstNumber; number < lastNumber; number += 1) {
    if (!existsSync(socketOf(number))) return number;
  }
  throw new Error('Every display number is in use.');
}

function socketOf(number: number): string {
  return `/tmp/.X11-unix/X${number}`;
}
