import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './process-start.js';
import { until } from './until.js';

/** A process as the lock file remembers it: ids are used again by the system, an id with its start is not. */
interface Remembered {
  readonly pid: number;
  readonly start: string;
}

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
    const file = join(data, 'house.lock');
    const [owner, ...parts] = read(file);
    if (owner !== undefined && runs(owner)) {
      throw new AlreadyRunning(
        `Mayday already runs with the data in ${data} (process ${owner.pid}). ` +
          'End that one first, or set MAYDAY_DATA to another folder.',
      );
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

function runs({ pid, start }: Remembered): boolean {
  return isAlive(pid) && startOf(pid) === start;
}

function read(file: string): Remembered[] {
  if (!existsSync(file)) return [];
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(found) ? found.filter(isRemembered) : [];
  } catch {
    return []; // Cut off in the middle of a write: nothing can be told from it.
  }
}

function isRemembered(entry: unknown): entry is Remembered {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'pid' in entry &&
    typeof entry.pid === 'number' &&
    'start' in entry &&
    typeof entry.start === 'string'
  );
}
