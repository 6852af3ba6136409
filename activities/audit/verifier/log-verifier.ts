import type * as Log from '../bundle.js';
import { isAnsweredFor } from './answered-for.js';
import { Chains } from './chains.js';
import { Checkpoints, placeOf } from './checkpoints.js';
import { Findings } from './findings.js';
import { hashOf, leafOf, nodeOf, treeOf } from './hashes.js';
import { refuseStrangers } from './known-names.js';
import { isConsistent, rootFrom } from './paths.js';
import { SignedHeads } from './signed-heads.js';
import { Texts } from './texts.js';

/** Checks everything that a bundle claims. Erasures that wait for their seal are known to the desk itself only. */
export async function verifyBundle(
  bundle: Log.Bundle,
  trust: Log.Trust,
  unsealedErasures: readonly Log.Entry[] = [],
): Promise<Log.Verdict> {
  const verifier = new LogVerifier(bundle.about, trust);
  for (const line of bundle.keys) verifier.read(line, 'key');
  verifier.trust();
  for (const line of bundle.heads) verifier.read(line, 'head');
  for await (const line of bundle.entries) verifier.read(line, 'leaf');
  for (const line of bundle.erasures) verifier.read(line, 'erasure');
  for (const entry of unsealedErasures) verifier.believe(entry);
  return verifier.verdict();
}

class LogVerifier {
  readonly #about: Log.About;
  readonly #trust: Log.Trust;
  readonly #findings = new Findings();
  readonly #heads: SignedHeads;
  readonly #checkpoints: Checkpoints;
  readonly #chains: Chains;
  readonly #texts: Texts;
  /** The perfect subtrees that the log so far consists of, the largest first. */
  readonly #frontier: Buffer[];
  #size: number;

  constructor(about: Log.About, trust: Log.Trust) {
    this.#about = about;
    this.#trust = trust;
    this.#heads = new SignedHeads(about.log, this.#findings);
    this.#checkpoints = new Checkpoints(this.#heads, this.#findings);
    this.#chains = new Chains(about.from.size > 0, this.#findings);
    this.#texts = new Texts(this.#findings);
    this.#size = about.from.size;
    this.#frontier = about.from.frontier.map((hash) => Buffer.from(hash, 'hex'));
  }

  /** Checks a line; one that lacks what it must say is a finding like any other. */
  read(line: Log.Line, kind: 'key' | 'head' | 'leaf' | 'erasure'): void {
    try {
      this[kind](line);
    } catch {
      this.#findings.add(line.place, `is no ${kind}`); // Whatever it stumbled over, the place is what helps.
    }
  }

  /** Takes over what its reader kept elsewhere, once the keys are known. */
  trust(): void {
    this.#checkpoints.take(this.#trust.checkpoints);
  }

  key(line: Log.Line): void {
    this.#heads.takeKey(line);
  }

  head(line: Log.Line): void {
    const head = this.#heads.takeHead(line);
    if (head.size === this.#size) this.#expectRoot(line.place);
  }

  leaf({ place, value }: Log.Line): void {
    const found = value as Log.Leaf;
    const { leaf, hash, entry } = found;
    if (leaf !== this.#size)
      this.#findings.add(place, `leaf ${this.#size} was to come, not ${leaf}`);
    this.#expectHash(place, entry, hash);
    this.#chains.follow(place, entry, hash);
    refuseStrangers('leaf', found, place, this.#findings);
    if (!isAnsweredFor(found)) {
      this.#findings.add(place, 'the events are not those that the entry answers for');
    }
    this.#texts.read(place, found);
    this.#append(Buffer.from(hash, 'hex'));
    this.#expectRoot(place);
  }

  /** Takes an erasure at its word. */
  believe(entry: Log.Entry): void {
    this.#texts.readErasure(entry);
  }

  /** An erasure that was written after the part, which explains why the part lacks texts. */
  erasure({ place, value }: Log.Line): void {
    refuseStrangers('erasure', value as object, place, this.#findings);
    const { leaf, hash, entry, path } = value as Log.Proven;
    const head = this.#heads.last;
    this.#expectHash(place, entry, hash);
    const root = rootFrom(leafOf(Buffer.from(hash, 'hex')), leaf, head?.size ?? 0, path);
    if (root === null || root !== head?.root) this.#findings.add(place, 'is not in the log');
    else this.#texts.readErasure(entry);
  }

  verdict(): Log.Verdict {
    const { format, from, to, heads, consistency } = this.#about;
    refuseStrangers('about', this.#about, 'bundle.json', this.#findings);
    refuseStrangers('part', from, 'bundle.json', this.#findings);
    if (format !== 'mayday-audit-3') {
      this.#findings.add('bundle.json', 'is of another format: it came with a verifier of its own');
    }
    if (this.#size !== to) {
      this.#findings.add('entries.jsonl', `ends before leaf ${this.#size} of ${to}`);
    }
    if (this.#heads.count !== heads) {
      this.#findings.add('heads.jsonl', `has ${this.#heads.count} of ${heads}`);
    }
    for (const size of [from.size, to]) {
      if (size > 0 && !this.#heads.of(size))
        this.#findings.add('heads.jsonl', `has none of size ${size}`);
    }
    for (const one of consistency) this.#connect(one);
    const lastHead = this.#heads.last;
    if (!this.#isTied(lastHead?.size ?? 0))
      this.#findings.add('bundle.json', 'lacks its last proof');
    this.#texts.conclude();
    this.#holdAgainstTrust();
    const { all: findings } = this.#findings;
    const { givenUp } = this.#checkpoints;
    const [size, texts] = [this.#size, this.#texts.count];
    return { findings, entries: size - from.size, heads, texts, size, lastHead, givenUp };
  }

  #expectHash(place: string, entry: Log.Entry, hash: string): void {
    if (hashOf(entry) !== hash) this.#findings.add(place, 'the entry is not what its hash says');
  }

  #append(data: Buffer): void {
    let hash = leafOf(data);
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = nodeOf(this.#frontier.pop() ?? hash, hash);
    }
    this.#frontier.push(hash);
    this.#size += 1;
  }

  #expectRoot(place: string): void {
    const root = () => treeOf(this.#frontier).toString('hex');
    this.#checkpoints.expect(this.#size, root);
    const head = this.#heads.of(this.#size);
    if (!head || root() === head.root) return;
    this.#findings.add(
      place,
      `the entries do not lead to the head of size ${head.size} signed ${head.at}`,
    );
  }

  #connect(one: Log.Consistency): void {
    refuseStrangers('consistency', one, 'bundle.json', this.#findings);
    const { from, to, path } = one;
    const [before, after] = [this.#heads.of(from), this.#heads.of(to)];
    if (!before || !after || !isConsistent(before, after, path)) {
      this.#findings.add('bundle.json', `size ${from} did not become size ${to}`);
    }
  }

  #holdAgainstTrust(): void {
    this.#heads.holdAgainst(this.#trust.publicKey);
    this.#checkpoints.expectReached(this.#heads.last?.size ?? 0);
    const { last } = this.#checkpoints;
    // What lies among the entries was held against them on the way.
    if (!last || this.#isCovered(last.size) || last.size > (this.#heads.last?.size ?? 0)) return;
    if (this.#isTied(last.size)) {
      this.#checkpoints.expect(last.size, () => this.#heads.of(last.size)?.root ?? '');
    } else {
      this.#findings.add(
        placeOf(last),
        'there is no proof for it: have the bundle exported with --checkpoint',
      );
    }
  }

  #isCovered(size: number): boolean {
    return size >= this.#about.from.size && size <= this.#about.to;
  }

  /** Whether the entries themselves lead to a size, or a proof leads from them to it. */
  #isTied(size: number): boolean {
    const { from, to, consistency } = this.#about;
    if (this.#isCovered(size)) return true;
    const [first, last] = size < from.size ? [size, from.size] : [to, size];
    return consistency.some((one) => one.from === first && one.to === last);
  }
}
