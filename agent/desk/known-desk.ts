import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeskAddress, parseDesk } from './link.js';

/** The desk that was last of help on this machine, so that nobody has to type its address twice. */
export class KnownDesk {
  readonly #folder: string;

  /** @param folder the user's configuration folder, such as `~/.config` */
  constructor(folder: string) {
    this.#folder = join(folder, 'mayday');
  }

  async find(): Promise<DeskAddress | null> {
    return parseDesk(await readFile(this.#file, 'utf8').catch(() => ''));
  }

  /** Remembers a desk; where nothing can be written, it is asked for again. */
  async keep({ origin }: DeskAddress): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    await writeFile(this.#file, `${origin}\n`, { mode: 0o600 }).catch(() => undefined);
  }

  get #file(): string {
    return join(this.#folder, 'desk');
  }
}
