import type { Size } from '../../agent/platform/desktop.js';
import { startXephyr, startXvfb } from './display.js';
import { startProgram, type Program } from './program.js';

/** A desktop of an ordinary person, on a display inside another: what is injected outside is their own hand. */
export interface PersonDesktop {
  /** What the person sees, and what a helper captures. */
  readonly display: string;
  /** Where input is the person's own. */
  readonly hand: string;
  /** Starts a program on the desktop; it ends with the desktop. */
  run(
    command: string,
    args: readonly string[],
    environment?: Record<string, string>,
  ): Promise<Program>;
  close(): Promise<void>;
}

/** Starts a desktop with a window manager and nothing else on it. */
export async function startPersonDesktop(size: Size): Promise<PersonDesktop> {
  const outer = await startXvfb(size);
  const running: Program[] = [outer.program];
  const close = async (): Promise<void> => {
    for (const program of running.splice(0).reverse()) await program.close();
  };
  try {
    const inner = await startXephyr(outer, size);
    running.push(inner.program);
    const run: PersonDesktop['run'] = async (command, args, environment = {}) => {
      const program = await startProgram(command, args, { DISPLAY: inner.name, ...environment });
      running.push(program);
      return program;
    };
    await run('openbox', []);
    return { display: inner.name, hand: outer.name, run, close };
  } catch (error) {
    await close();
    throw error;
  }
}
