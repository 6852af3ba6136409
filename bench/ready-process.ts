import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { letGo } from './let-go.js';

/** A program of ours in a process of its own, from its first message, by which it is ready, until it is let go. */
export class ReadyProcess {
  /** What it said when it was ready. */
  readonly told: unknown;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, told: unknown) {
    this.#process = process;
    this.told = told;
  }

  /** Starts a built file; it ends by itself when it is let go. */
  static async start(file: string, words: readonly string[] = []): Promise<ReadyProcess> {
    const started = fork(file, words, { silent: true });
    const ended = once(started, 'exit').then(() => {
      throw new Error(`${file} ended before it was ready.`);
    });
    const [told] = (await Promise.race([once(started, 'message'), ended])) as [unknown];
    ended.catch(() => undefined); // From here on its end is what `close` waits for.
    return new ReadyProcess(started, told);
  }

  get pid(): number {
    return this.#process.pid ?? NaN;
  }

  close(): Promise<void> {
    return letGo(this.#process);
  }
}
