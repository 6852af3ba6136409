import type * as Log from '../bundle.js';
import { subjectName } from './chains.js';
import type { Findings } from './findings.js';
import { canonical, sha256 } from './hashes.js';
import { refuseStrangers } from './known-names.js';

/**
 * The texts that entries answer for by their salted digests. One that is missing must be named by an
 * erasure, an entry like any other, about the same subject.
 */
export class Texts {
  readonly #findings: Findings;
  /** By what the entry is about, the digests with the place of the entry. */
  readonly #missing = new Map<string, Map<string, string>>();
  readonly #erased = new Map<string, Set<string>>();
  /** What erasures of earlier versions count without naming it. */
  readonly #counted = new Map<string, number>();
  #count = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  get count(): number {
    return this.#count;
  }

  /** Checks the texts of a leaf, and notes which are missing. */
  read(place: string, leaf: Log.Leaf): void {
    this.readErasure(leaf.entry);
    const said = canonical({ entry: leaf.entry, events: leaf.events });
    for (const one of leaf.texts) {
      const { digest, salt, text } = one;
      refuseStrangers('text', one, place, this.#findings);
      if (digestOfText(salt, text) !== digest || !said.includes(`"${digest}"`)) {
        this.#findings.add(place, 'a text is not the one that was written');
      }
      this.#count += 1;
    }
    const there = new Set(leaf.texts.map(({ digest }) => digest));
    if (there.size < leaf.texts.length) this.#findings.add(place, 'a text stands there twice');
    const lacking = digestsIn(leaf).filter((digest) => !there.has(digest));
    if (lacking.length > 0) this.#noteMissing(place, leaf.entry, lacking);
  }

  /** Notes what an entry says was erased; others say nothing. */
  readErasure({ kind, subject, data }: Log.Entry): void {
    if (kind !== 'erasure') return;
    const name = subjectName(subject);
    if (data.gone) {
      const known = this.#erased.get(name) ?? new Set<string>();
      for (const digest of data.gone) known.add(digest);
      this.#erased.set(name, known);
    } else {
      this.#counted.set(name, (this.#counted.get(name) ?? 0) + (data.texts ?? 0));
    }
  }

  /** Names the texts that are missing without an erasure. */
  conclude(): void {
    for (const [name, digests] of this.#missing) {
      const erased = this.#erased.get(name);
      const unnamed = [...digests].filter(([digest]) => !erased?.has(digest));
      // What was erased without being named was the oldest.
      for (const [digest, place] of unnamed.slice(this.#counted.get(name) ?? 0)) {
        this.#findings.add(place, `text ${digest} about ${name} is gone and no entry says why`);
      }
    }
  }

  #noteMissing(place: string, { subject }: Log.Entry, digests: readonly string[]): void {
    const name = subjectName(subject);
    const known = this.#missing.get(name) ?? new Map<string, string>();
    for (const digest of digests) known.set(digest, place);
    this.#missing.set(name, known);
  }
}

/** Every digest of a personal text that a leaf speaks of. */
export function digestsIn({
  entry,
  events,
}: Pick<Log.Leaf, 'entry' | 'events'>): readonly string[] {
  const message = entry.kind === 'message' ? referencesIn(entry.data) : [];
  return [...Object.values(entry.texts), ...message, ...referencesIn(events ?? [])];
}

function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'text' && typeof member === 'string' ? [member] : referencesIn(member),
  );
}

function digestOfText(salt: string, text: string): string {
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(text, 'utf8')])).toString(
    'hex',
  );
}
