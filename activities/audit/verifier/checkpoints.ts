import type * as Log from '../bundle.js';
import type { Findings } from './findings.js';
import type { SignedHeads } from './signed-heads.js';

/**
 * The heads that somebody kept elsewhere. After the desk was restored from a backup the log's key says
 * in a statement of its own which of them were given up; nobody without the key can say that.
 */
export class Checkpoints {
  readonly #heads: SignedHeads;
  readonly #findings: Findings;
  readonly #kept = new Map<number, Log.Head>();
  #last: Log.Head | null = null;
  #givenUp = 0;

  constructor(heads: SignedHeads, findings: Findings) {
    this.#heads = heads;
    this.#findings = findings;
  }

  /** The latest one that still counts. */
  get last(): Log.Head | null {
    return this.#last;
  }

  /** How many no longer count since a restoration. */
  get givenUp(): number {
    return this.#givenUp;
  }

  /** Takes them over in the order in which they were kept; the log's keys must be known by then. */
  take(lines: readonly Log.KeptLine[]): void {
    for (const line of lines) {
      if ('restored' in line) this.#giveUp(line);
      else this.#keep(line);
    }
  }

  /** Holds one that is reached against the log's own root of that size. */
  expect(size: number, root: () => string): void {
    const kept = this.#kept.get(size);
    if (!kept || kept.root === root()) return;
    this.#findings.add(placeOf(kept), 'the log was another one then');
  }

  /** Names what the log should have reached, and did not. */
  expectReached(end: number): void {
    const longest = [...this.#kept.values()].reduce<Log.Head | null>(
      (most, head) => (head.size > (most?.size ?? -1) ? head : most),
      null,
    );
    if (!longest || longest.size <= end) return;
    this.#findings.add(placeOf(longest), `the log ends at size ${end}: its end was cut off`);
  }

  #keep(head: Log.Head): void {
    const known = this.#kept.get(head.size);
    if (known) {
      if (known.root === head.root) return;
      this.#findings.add(placeOf(head), 'another one of this size was kept before');
    }
    if (!this.#heads.isSigned(head)) {
      this.#findings.add(placeOf(head), 'is not signed by a key of this log');
    }
    this.#kept.set(head.size, head);
    this.#last = head;
  }

  #giveUp(statement: Log.Restored): void {
    if (!this.#heads.isSigned(statement)) {
      this.#findings.add(
        `the restoration of ${statement.at}`,
        'is not signed by a key of this log',
      );
      return;
    }
    const gone = [...this.#kept.keys()].filter((size) => size > statement.restored.kept);
    for (const size of gone) this.#kept.delete(size);
    this.#givenUp += gone.length;
    this.#last = [...this.#kept.values()].at(-1) ?? null;
  }
}

/** How a checkpoint is named in what is said about it. */
export function placeOf({ size, at }: Log.Head): string {
  return `the checkpoint of size ${size} signed ${at}`;
}
