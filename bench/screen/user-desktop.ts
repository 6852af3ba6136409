import { join } from 'node:path';
import type { Size } from '../../agent/platform/desktop.js';
import { Closing } from '../closing.js';
import { startXephyr, startXvfb } from '../../deploy/desktop/display.js';
import { startProgram } from '../../deploy/desktop/program.js';

/** The user's desktop with something going on on it: a display inside another. */
export interface UserDesktop {
  /** What the user sees, and what is captured. */
  readonly display: string;
  /** Where input is the user's own hand. */
  readonly hand: string;
  close(): Promise<void>;
}

/** Starts the desktop and its scene. */
export async function startUserDesktop(size: Size): Promise<UserDesktop> {
  const closing = new Closing();
  const outer = await startXvfb(size);
  closing.add(() => outer.program.close());
  const inner = await startXephyr(outer, size);
  closing.add(() => inner.program.close());
  const scene = join(import.meta.dirname, 'scene.js');
  const program = await startProgram(process.execPath, [scene, inner.name]);
  closing.add(() => program.close());
  return { display: inner.name, hand: outer.name, close: () => closing.close() };
}
