import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ui, type Widget } from './gtk.js';
import { styled } from './pieces.js';
import { paint } from './style.js';

/** The pictures of technicians that have been fetched so far, by key. */
export class Faces {
  readonly #files = new Map<string, string>();
  #folder: string | undefined;

  /** Keeps a picture, as GTK wants it: in a file. */
  set(key: string, picture: Uint8Array): void {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'mayday-faces-'));
    const file = join(this.#folder, `face-${this.#files.size}`);
    writeFileSync(file, picture, { mode: 0o600 });
    this.#files.set(key, file);
  }

  has(key: string): boolean {
    return this.#files.has(key);
  }

  /** The technician's picture, or their initials until there is one. */
  draw(key: string, name: string, side: number): Widget {
    const file = this.#files.get(key);
    const label = styled(ui.label(file !== undefined ? '' : initials(name)), 'face');
    ui.setSizeRequest(label, side, side);
    ui.setHalign(label, 3);
    ui.setValign(label, 3);
    if (file !== undefined) paint(label, file);
    return label;
  }

  close(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
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
