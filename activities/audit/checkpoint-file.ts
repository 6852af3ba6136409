import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Head, KeptLine } from './bundle.js';
import { isKeptLine } from './verifier/kept-line.js';

/** Somebody has written something else into the file of checkpoints, or it is another file. */
export class CheckpointUnreadableError extends Error {
  constructor(place: string) {
    super(`${place}: is no checkpoint`);
    this.name = 'CheckpointUnreadableError';
  }
}

/** The file of checkpoints: a line for every head, and for every restoration the log's own word. */
export class CheckpointFile {
  readonly path: string;
  readonly #lines: KeptLine[] = [];
  #offset = 0;
  /** So many lines were read of the file. */
  #read = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** All that was kept, in order; a head that was only signed anew is there once. Reads what has been added since. */
  lines(): readonly KeptLine[] {
    if (existsSync(this.path)) this.#readOn();
    return this.#lines;
  }

  append(line: KeptLine): void {
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
  }

  #readOn(): void {
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      // Another file has taken its place.
      if (size < this.#offset) [this.#offset, this.#read, this.#lines.length] = [0, 0, 0];
      const added = Buffer.alloc(size - this.#offset);
      readSync(file, added, 0, added.length, this.#offset);
      // Behind the last line break stands nothing, or what was cut short when the power went.
      const whole = added.subarray(0, added.lastIndexOf('\n') + 1);
      const lines = whole.toString('utf8').split('\n').slice(0, -1);
      const kept = lines.map((line, index) => this.#keptIn(line, this.#read + index + 1));
      this.#offset += whole.length;
      this.#read += lines.length;
      kept.forEach((line) => {
        this.#take(line);
      });
    } finally {
      closeSync(file);
    }
  }

  #keptIn(text: string, line: number): KeptLine {
    const value = parsed(text);
    if (isKeptLine(value)) return value;
    throw new CheckpointUnreadableError(`${this.path}:${line}`);
  }

  #take(kept: KeptLine): void {
    const before = this.#lines.at(-1);
    const isAgain =
      before !== undefined && !('restored' in kept) && !('restored' in before)
        ? kept.size === before.size && kept.root === before.root
        : false;
    if (!isAgain) this.#lines.push(kept);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Whatever the parser says, it is no checkpoint.
  }
}

/** The last of checkpoints that still counts; null where there is none. */
export function lastOf(checkpoints: readonly KeptLine[]): Head | null {
  const heads: Head[] = [];
  for (const line of checkpoints) {
    if (!('restored' in line)) heads.push(line);
    else while ((heads.at(-1)?.size ?? 0) > line.restored.kept) heads.pop();
  }
  return heads.at(-1) ?? null;
}
