import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { alreadyRunning, lockFileIn, readLock, runs, type Remembered } from './lock-file.mjs';
import { startOf } from './process-start.mjs';
import { until } from '../until.js';

/** The data folder is in use by a house that runs. */
export class AlreadyRunning extends Error {}

/** Keeps a data folder to one house at a time, and remembers its processes so that none outlives a supervisor that was killed. */
export class HouseLock {
  readonly #file: string;
  #parts: readonly Remembered[] = [];

  private constructor(file: string) {
    this.#file = file;
  }

  /** Takes the folder, ending what a killed supervisor left running; throws AlreadyRunning. */
  static async take(data: string): Promise<HouseLock> {
    mkdirSync(data, { recursive: true });
    const file = lockFileIn(data);
    const [owner, ...parts] = readLock(data);
    if (owner !== undefined && runs(owner)) {
      throw new AlreadyRunning(alreadyRunning(data, owner));
    }
    await endAll(parts.filter(runs));
    const lock = new HouseLock(file);
    lock.#write();
    return lock;
  }

  /** Remembers the processes that belong to the house now. */
  remember(pids: readonly number[]): void {
    this.#parts = pids.map((pid) => ({ pid, start: startOf(pid) }));
    if (existsSync(this.#file)) this.#write();
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }

  #write(): void {
    const own = { pid: process.pid, start: startOf(process.pid) };
    writeFileSync(this.#file, JSON.stringify([own, ...this.#parts]), { mode: 0o600 });
  }
}

/** SIGQUIT ends Postgres at once with all its children, which would keep its data busy for a while after SIGKILL. */
async function endAll(left: readonly Remembered[]): Promise<void> {
  const send = (signal: NodeJS.Signals) => {
    for (const { pid } of left.filter(runs)) process.kill(pid, signal);
  };
  const gone = () => !left.some(runs);
  send('SIGQUIT');
  try {
    await until('the end of what was left running', gone, { within: 3_000 });
  } catch {
    send('SIGKILL'); // Something did not listen.
    await until('the end of what was left running', gone, { within: 3_000 });
  }
}
