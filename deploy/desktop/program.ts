import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs beside us until it is closed. */
export interface Program {
  readonly name: string;
  readonly pid: number;
  /** Ends it and waits until it has ended; closing twice is closing once. */
  close(): Promise<void>;
}

const patience = 5_000;

/** Starts a program whose output nobody reads; throws when it cannot be started. */
export async function startProgram(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), patience);
    await ended;
    clearTimeout(impatience);
  };
  return { name: command, pid: child.pid ?? 0, close };
}
