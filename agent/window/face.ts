import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ui, type Widget } from './gtk.js';
import { styled } from './pieces.js';
import { paint } from './style.js';

/** The pictures of technicians that have been fetched so far, by key. */
export class Faces {
  readonly #open = new Map<string, number>();

  /**
   * Keeps a picture as GTK wants it, in a file, whose name is gone again at once: the file goes
   * with the process, also when the display takes the process with it.
   */
  set(key: string, picture: Uint8Array): void {
    const folder = mkdtempSync(join(tmpdir(), 'mayday-face-'));
    try {
      const file = join(folder, 'face');
      writeFileSync(file, picture, { mode: 0o600 });
      this.#release(key);
      this.#open.set(key, openSync(file, 'r'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  has(key: string): boolean {
    return this.#open.has(key);
  }

  /** The technician's picture, or their initials until there is one. */
  draw(key: string, name: string, side: number): Widget {
    const file = this.#open.get(key);
    const label = styled(ui.label(file !== undefined ? '' : initials(name)), 'face');
    ui.setSizeRequest(label, side, side);
    ui.setHalign(label, 3);
    ui.setValign(label, 3);
    if (file !== undefined) paint(label, `/proc/self/fd/${file}`);
    return label;
  }

  close(): void {
    for (const key of [...this.#open.keys()]) this.#release(key);
  }

  #release(key: string): void {
    const file = this.#open.get(key);
    if (file !== undefined) closeSync(file);
    this.#open.delete(key);
  }
}

/** The first letters of a name's first and last part, such as `GL`. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const chosen = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return chosen.map(firstLetter).join('');
}

function firstLetter(part: string | undefined): string {
  const point = part?.codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point).toLocaleUpperCase();
}
