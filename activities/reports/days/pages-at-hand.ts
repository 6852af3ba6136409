import type { FactsPage } from './facts-page.js';

/** Pages that were asked for of late, unpacked; when they are too many bytes, those unused longest go first. */
export class PagesAtHand {
  readonly #mostBytes: number;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The page of a name, if it is at hand. */
  find(name: string): FactsPage | null {
    const kept = this.#kept.get(name);
    if (!kept) return null;
    // A map goes through its entries as they were put in, so that this is the one used last.
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.page;
  }

  /** Keeps a page; what a name stands for never changes. */
  keep(name: string, page: FactsPage): void {
    if (this.#kept.has(name)) return;
    const bytes = bytesOf(page);
    this.#kept.set(name, { page, bytes });
    this.#bytes += bytes;
    for (const [oldest, one] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#kept.delete(oldest);
      this.#bytes -= one.bytes;
    }
  }
}

interface Kept {
  readonly page: FactsPage;
  readonly bytes: number;
}

/** What the columns take; the words, each told once, count for little beside them. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((all, one) => all + bytesOf(one), 0);
}
