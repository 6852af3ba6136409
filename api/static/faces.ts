import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';

/** Technicians' pictures: drawn ones from a folder, initials for everybody else. */
export class Faces {
  readonly #drawn: ReadonlyMap<string, string>;

  constructor(folder: string | null) {
    this.#drawn = new Map(folder !== null && existsSync(folder) ? drawnIn(folder) : []);
  }

  /** An SVG for a technician. */
  of(key: string, name: string): string {
    return this.#drawn.get(key) ?? initialsFace(key, name);
  }
}

function drawnIn(folder: string): (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => [basename(file, '.svg'), readFileSync(join(folder, file), 'utf8')] as const);
}

function initialsFace(key: string, name: string): string {
  const hue = createHash('sha256').update(key).digest().readUInt16BE(0) % 360;
  const initials = name
    .split(/\s+/)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><circle cx="48" cy="48" r="48" fill="hsl(${hue} 45% 42%)"/><text x="48" y="60" font-family="sans-serif" font-size="34" font-weight="600" text-anchor="middle" fill="#fff">${initials}</text></svg>`;
}
