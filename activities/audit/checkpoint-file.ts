import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Head, KeptLine } from './bundle.js';

/** The file of checkpoints: a line for every head, and for every restoration the log's own word. */
export class CheckpointFile {
  readonly path: string;
  readonly #lines: KeptLine[] = [];
  #offset = 0;

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
      if (size < this.#offset) [this.#offset, this.#lines.length] = [0, 0];
      const added = Buffer.alloc(size - this.#offset);
      readSync(file, added, 0, added.length, this.#offset);
      // Behind the last line break stands nothing, or what was cut short when the power went.
      const whole = added.subarray(0, added.lastIndexOf('\n') + 1);
      this.#offset += whole.length;
      for (const line of whole.toString('utf8').split('\n')) if (line !== '') this.#take(line);
    } finally {
      closeSync(file);
    }
  }

  #take(line: string): void {
    const kept = JSON.parse(line) as KeptLine;
    const before = this.#lines.at(-1);
    const isAgain =
      before !== undefined && !('restored' in kept) && !('restored' in before)
        ? kept.size === before.size && kept.root === before.root
        : false;
    if (!isAgain) this.#lines.push(kept);
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
