/**
 * Verifies a bundle of Mayday's audit log. This one file needs Node 20 or later and nothing else:
 *
 *   node verify.mjs DIR --key PUBLIC_KEY.pem --checkpoint CHECKPOINTS.jsonl
 *
 * The public key and the checkpoint must have been kept elsewhere than with whoever gave the bundle.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Log from './bundle.js';

const mostFindings = 100;

/** Checks everything that a bundle claims. */
export async function verifyBundle(bundle: Log.Bundle, trust: Log.Trust): Promise<Log.Verdict> {
  const verifier = new Verifier(bundle.about, trust);
  for (const line of bundle.keys) verifier.read(line, 'key');
  for (const line of bundle.heads) verifier.read(line, 'head');
  for await (const line of bundle.entries) verifier.read(line, 'leaf');
  return verifier.verdict();
}

class Verifier {
  readonly #about: Log.About;
  readonly #trust: Log.Trust;
  readonly #findings: string[] = [];
  readonly #keys: { id: string; key: KeyObject }[] = [];
  readonly #heads = new Map<number, Log.Head>();
  readonly #chains = new Map<string, { position: number; hash: string }>();
  /** The perfect subtrees that the log so far consists of, the largest first. */
  readonly #frontier: Buffer[];
  #lastHead: Log.Head | null = null;
  #headCount = 0;
  #size: number;
  #texts = 0;

  constructor(about: Log.About, trust: Log.Trust) {
    this.#about = about;
    this.#trust = trust;
    this.#size = about.from.size;
    this.#frontier = about.from.frontier.map((hash) => Buffer.from(hash, 'hex'));
  }

  /** Checks a line; one that lacks what it must say is a finding like any other. */
  read(line: Log.Line, kind: 'key' | 'head' | 'leaf'): void {
    try {
      this[kind](line);
    } catch {
      this.#find(line.place, `is no ${kind}`); // Whatever it stumbled over, the place is what helps.
    }
  }

  key({ place, value }: Log.Line): void {
    const { signature, ...said } = value as Log.LogKey;
    const der = Buffer.from(said.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const before = this.#keys.at(-1);
    const isOfLog = said.log === this.#about.log && (before !== undefined || said.key === said.log);
    if (said.key !== idOf(key) || !isOfLog) this.#find(place, 'the key is none of this log');
    if (before && !(said.handedOverBy === before.id && isSigned(said, signature, before.key))) {
      this.#find(place, 'the key was not handed over by the one before');
    }
    this.#keys.push({ id: said.key, key });
  }

  head({ place, value }: Log.Line): void {
    const head = value as Log.Head;
    const before = this.#lastHead;
    if (!this.#isSignedHead(head)) this.#find(place, 'the head is not signed by a key of the log');
    if (before && (head.size < before.size || this.#rank(head) < this.#rank(before))) {
      this.#find(place, 'the head is older than the one before it');
    }
    const known = this.#heads.get(head.size);
    if (known && known.root !== head.root) this.#find(place, 'two heads of one size differ');
    this.#heads.set(head.size, head);
    if (head.size === this.#size) this.#expectRoot(place);
    this.#lastHead = head;
    this.#headCount += 1;
  }

  leaf({ place, value }: Log.Line): void {
    const { leaf, hash, entry, events, texts } = value as Log.Leaf;
    if (leaf !== this.#size) this.#find(place, `leaf ${this.#size} was to come, not ${leaf}`);
    if (hashOf(entry) !== hash) this.#find(place, 'the entry is not what its hash says');
    this.#follow(place, entry, hash);
    const { digest } = entry.data;
    if (digest !== undefined && hashOf(events ?? []) !== digest) {
      this.#find(place, 'the events are not those that the entry answers for');
    }
    this.#readTexts(place, { entry, events }, texts);
    this.#append(Buffer.from(hash, 'hex'));
    this.#expectRoot(place);
  }

  verdict(): Log.Verdict {
    const { from, to, heads, consistency } = this.#about;
    if (this.#size !== to) this.#find('entries.jsonl', `ends before leaf ${this.#size} of ${to}`);
    if (this.#headCount !== heads) this.#find('heads.jsonl', `has ${this.#headCount} of ${heads}`);
    for (const size of [from.size, to]) {
      if (size > 0 && !this.#heads.has(size)) this.#find('heads.jsonl', `has none of size ${size}`);
    }
    for (const one of consistency) this.#connect(one);
    if (!this.#isTied(this.#lastHead?.size ?? 0)) this.#find('bundle.json', 'lacks its last proof');
    this.#holdAgainstTrust();
    const [findings, texts, size, lastHead] = [
      this.#findings,
      this.#texts,
      this.#size,
      this.#lastHead,
    ];
    return { findings, entries: size - from.size, heads, texts, size, lastHead };
  }

  #follow(place: string, { subject, position, previous }: Log.Entry, hash: string): void {
    const name = `${subject.kind} ${subject.key}`;
    const before = this.#chains.get(name);
    // A bundle that begins in the middle of the log begins in the middle of most chains.
    const isCutOff = !before && this.#about.from.size > 0 && position > 1 && previous !== null;
    const follows = position === (before?.position ?? 0) + 1 && previous === (before?.hash ?? null);
    if (!isCutOff && !follows) this.#find(place, `does not follow on what was said of ${name}`);
    this.#chains.set(name, { position, hash });
  }

  #readTexts(place: string, where: object, texts: Log.Leaf['texts']): void {
    const said = canonical(where);
    for (const { digest, salt, text } of texts) {
      const found = createHash('sha256').update(Buffer.from(salt, 'hex')).update(text, 'utf8');
      if (found.digest('hex') !== digest || !said.includes(`"${digest}"`)) {
        this.#find(place, 'a text is not the one that was written');
      }
      this.#texts += 1;
    }
  }

  #append(data: Buffer): void {
    let hash: Buffer = sha256(Buffer.concat([Buffer.of(0), data]));
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = nodeOf(this.#frontier.pop() ?? hash, hash);
    }
    this.#frontier.push(hash);
    this.#size += 1;
  }

  #expectRoot(place: string): void {
    const head = this.#heads.get(this.#size);
    if (!head || rootOf(this.#frontier).toString('hex') === head.root) return;
    this.#find(place, `the entries do not lead to the head of size ${head.size} signed ${head.at}`);
  }

  #connect({ from, to, path }: Log.Consistency): void {
    const [before, after] = [this.#heads.get(from), this.#heads.get(to)];
    if (!before || !after || !isConsistent(before, after, path)) {
      this.#find('bundle.json', `size ${from} did not become size ${to}`);
    }
  }

  #rank(head: Log.Head): number {
    return this.#keys.findIndex(({ id }) => id === head.key);
  }

  #isSignedHead(head: Log.Head): boolean {
    const { signature, ...said } = head;
    const key = this.#keys[this.#rank(head)]?.key;
    return head.log === this.#about.log && key !== undefined && isSigned(said, signature, key);
  }

  #holdAgainstTrust(): void {
    const { publicKey, checkpoint } = this.#trust;
    const held = publicKey === null ? this.#about.log : idOf(createPublicKey(publicKey));
    const trusted = this.#keys.findIndex(({ id }) => id === held);
    if (trusted < 0) this.#find('keys.jsonl', 'the public key that you hold is not among them');
    if (this.#lastHead && this.#rank(this.#lastHead) < trusted) {
      this.#find('heads.jsonl', 'the last is signed neither by your key nor by one after it');
    }
    if (checkpoint) this.#holdAgainst(checkpoint);
  }

  #holdAgainst(checkpoint: Log.Head): void {
    const { size, at, root } = checkpoint;
    const place = `the checkpoint of size ${size} signed ${at}`;
    const last = this.#lastHead?.size ?? 0;
    if (!this.#isSignedHead(checkpoint)) this.#find(place, 'is not signed by a key of this log');
    if (size > last) this.#find(place, `the log ends at size ${last}: its end was cut off`);
    else if (size > 0 && this.#heads.get(size)?.root !== root) {
      this.#find(place, 'the log was another one then');
    } else if (!this.#isTied(size)) {
      this.#find(place, 'there is no proof for it: have the bundle exported with --checkpoint');
    }
  }

  /** Whether the entries themselves lead to a size, or a proof leads from them to it. */
  #isTied(size: number): boolean {
    const { from, to, consistency } = this.#about;
    if (size >= from.size && size <= to) return true;
    const [first, last] = size < from.size ? [size, from.size] : [to, size];
    return consistency.some((one) => one.from === first && one.to === last);
  }

  #find(place: string, what: string): void {
    if (this.#findings.length < mostFindings) this.#findings.push(`${place}: ${what}`);
  }
}

/** Whether a path proves that one head's log is the beginning of the other's (RFC 9162, 2.1.4). */
function isConsistent(before: Log.Head, after: Log.Head, path: readonly string[]): boolean {
  const hashes = path.map((hash) => Buffer.from(hash, 'hex'));
  if (before.size === 0) return hashes.length === 0;
  const root = Buffer.from(before.root, 'hex');
  const next = (): Buffer => hashes.shift() ?? Buffer.alloc(0);
  const rebuilt = rebuild(before.size, after.size, root, next);
  const [first, last] = rebuilt.map((hash) => hash.toString('hex'));
  return hashes.length === 0 && first === before.root && last === after.root;
}

/** The roots of both sizes out of a path; a known root stands for the older one where it is whole. */
function rebuild(
  before: number,
  after: number,
  whole: Buffer | null,
  next: () => Buffer,
): [Buffer, Buffer] {
  if (before === after) {
    const hash = whole ?? next();
    return [hash, hash];
  }
  const left = splitOf(after);
  if (before <= left) {
    const [first, last] = rebuild(before, left, whole, next);
    return [first, nodeOf(last, next())];
  }
  const [first, last] = rebuild(before - left, after - left, null, next);
  const beside = next();
  return [nodeOf(beside, first), nodeOf(beside, last)];
}

/** The largest power of two that is smaller than a number above one. */
function splitOf(count: number): number {
  const power = 2 ** Math.floor(Math.log2(count));
  return power === count ? power / 2 : power;
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.of(1), left, right]));
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return sha256('');
  return hashes.reduceRight((right, left) => nodeOf(left, right));
}

function sha256(data: string | Buffer): Buffer<ArrayBuffer> {
  return createHash('sha256').update(data).digest();
}

function hashOf(value: object): string {
  return sha256(canonical(value)).toString('hex');
}

function idOf(key: KeyObject): string {
  return sha256(key.export({ format: 'der', type: 'spki' })).toString('hex');
}

function isSigned(said: object, signature: string | null, key: KeyObject): boolean {
  if (signature === null) return false;
  return verify(null, Buffer.from(canonical(said)), key, Buffer.from(signature, 'base64'));
}

/** Canonical JSON (RFC 8785): names in the order of their UTF-16 units, numbers as JavaScript writes them. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

/** Reads a bundle's folder; throws with the place where a file breaks off or is not what it should be. */
export function readBundle(folder: string): Log.Bundle {
  const about = parsed(
    'bundle.json',
    readFileSync(join(folder, 'bundle.json'), 'utf8'),
  ) as Log.About;
  const read = (file: string): Log.Line[] => readLines(join(folder, file), file);
  return {
    about,
    keys: read('keys.jsonl'),
    heads: read('heads.jsonl'),
    entries: read('entries.jsonl'),
  };
}

function readLines(path: string, name: string): Log.Line[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.pop() !== '') throw new Error(`${name}:${lines.length + 1}: the file breaks off here`);
  return lines.map((line, index) => {
    const place = `${name}:${index + 1}`;
    return { place, value: parsed(place, line) };
  });
}

function parsed(place: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${place}: is not JSON`); // Whatever the parser says, the place is what helps.
  }
}

const usage = 'node verify.mjs [DIR] [--key PUBLIC_KEY.pem] [--checkpoint CHECKPOINTS.jsonl]';

/** Verifies from the command line; gives the exit code: 0 proved, 1 something is wrong, 3 only true to itself. */
async function main(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { key: { type: 'string' }, checkpoint: { type: 'string' } },
    allowPositionals: true,
  });
  const bundle = readBundle(positionals[0] ?? '.');
  const { key, checkpoint: file } = values;
  const publicKey = key === undefined ? null : readFileSync(key, 'utf8');
  const kept = file === undefined ? undefined : readLines(file, file).at(-1)?.value;
  const checkpoint = (kept ?? null) as Log.Head | null;
  const verdict = await verifyBundle(bundle, { publicKey, checkpoint });
  for (const finding of verdict.findings) console.error(finding);
  if (verdict.findings.length > 0) return 1;
  const { entries, size, heads, texts } = verdict;
  console.log(
    `${entries} entries up to size ${size}, ${heads} heads, ${texts} texts: all as signed.`,
  );
  if (publicKey !== null && checkpoint) return 0;
  console.log(
    `The bundle agrees with itself. To prove more, hold it against what you keep: ${usage}`,
  );
  return 3;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    },
  );
}
