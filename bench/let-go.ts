import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Lets a process of ours go, which then ends by itself, and waits until it has. */
export async function letGo(process: ChildProcess): Promise<void> {
  if (!process.connected) return; // It has ended already.
  const ended = once(process, 'exit');
  process.disconnect();
  await ended;
}
