import { existsSync } from 'node:fs';
import type { Size } from '../../agent/platform/desktop.js';
import { until } from '../supervisor/until.js';
import { startProgram, type Program } from './program.js';

/** An X display of our own. */
export interface Display {
  /** Such as `:50`. */
  readonly name: string;
  readonly program: Program;
}

/** Far from the displays that a machine's own users have. */
const numbers = Array.from({ length: 100 }, (_, index) => 50 + index);

/** Starts a display without a monitor. */
export function startXvfb({ width, height }: Size): Promise<Display> {
  const screen = ['-screen', '0', `${width}x${height}x24`];
  return start('Xvfb', [...screen, '-nolisten', 'tcp', '-noreset'], {});
}

/** Starts a display inside another, as big as that: what is injected outside is physical inside. */
export function startXephyr(outer: Display, { width, height }: Size): Promise<Display> {
  const screen = ['-screen', `${width}x${height}x24`];
  return start('Xephyr', [...screen, '-nolisten', 'tcp', '-noreset'], { DISPLAY: outer.name });
}

async function start(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Display> {
  const number = freeNumber();
  const name = `:${number}`;
  const program = await startProgram(command, [name, ...args], environment);
  await until(`${command} on ${name}`, () => existsSync(socketOf(number)), { within: 10_000 });
  return { name, program };
}

function freeNumber(): number {
  const free = numbers.find((number) => !existsSync(socketOf(number)));
  if (free === undefined) throw new Error('The displays :50 to :149 are all in use.');
  return free;
}

function socketOf(number: number): string {
  return `/tmp/.X11-unix/X${number}`;
}
