import { createPublicKey, type KeyObject } from 'node:crypto';
import type * as Log from '../bundle.js';
import type { Findings } from './findings.js';
import { refuseStrangers } from './known-names.js';
import { derOf, isSigned, nameOfKey } from './signatures.js';

/** The keys of a log, each handed over by the one before, and the heads that they signed. */
export class SignedHeads {
  readonly #log: string;
  readonly #findings: Findings;
  readonly #keys: { id: string; key: KeyObject }[] = [];
  readonly #heads = new Map<number, Log.Head>();
  #last: Log.Head | null = null;
  #count = 0;

  constructor(log: string, findings: Findings) {
    this.#log = log;
    this.#findings = findings;
  }

  /** The last head. */
  get last(): Log.Head | null {
    return this.#last;
  }

  get count(): number {
    return this.#count;
  }

  /** The head of a size. */
  of(size: number): Log.Head | undefined {
    return this.#heads.get(size);
  }

  takeKey({ place, value }: Log.Line): void {
    refuseStrangers('key', value as object, place, this.#findings);
    const { signature, ...said } = value as Log.LogKey;
    const der = Buffer.from(said.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const before = this.#keys.at(-1);
    const isOfLog = said.log === this.#log && (before !== undefined || said.key === said.log);
    // The reader of keys overlooks what follows one.
    const isWhole = derOf(key).toString('base64') === said.publicKey;
    if (said.key !== nameOfKey(key) || !isOfLog || !isWhole) {
      this.#findings.add(place, 'the key is none of this log');
    }
    if (before && !(said.handedOverBy === before.id && isSigned(said, signature, before.key))) {
      this.#findings.add(place, 'the key was not handed over by the one before');
    }
    // Nobody signs the first, so it may say nothing but itself.
    const { at, handedOverBy, fromSize } = said;
    const isBare = fromSize === 0 && [at, handedOverBy, signature].every((one) => one === null);
    if (!before && !isBare) {
      this.#findings.add(place, 'the first key says what nobody signed');
    }
    this.#keys.push({ id: said.key, key });
  }

  takeHead({ place, value }: Log.Line): Log.Head {
    refuseStrangers('head', value as object, place, this.#findings);
    const head = value as Log.Head;
    const before = this.#last;
    if (!this.isSigned(head))
      this.#findings.add(place, 'the head is not signed by a key of the log');
    if (before && (head.size < before.size || this.#rank(head) < this.#rank(before))) {
      this.#findings.add(place, 'the head is older than the one before it');
    }
    const known = this.#heads.get(head.size);
    if (known && known.root !== head.root) {
      this.#findings.add(place, 'two heads of one size differ');
    }
    this.#heads.set(head.size, head);
    this.#last = head;
    this.#count += 1;
    return head;
  }

  /** Whether a key of the log signed it, be it a head or a statement about the log. */
  isSigned(whole: Log.Head | Log.Restored): boolean {
    const { signature, ...said } = whole;
    const key = this.#keys[this.#rank(whole)]?.key;
    return whole.log === this.#log && key !== undefined && isSigned(said, signature, key);
  }

  /** Holds the keys against the one that somebody kept; without it the log only vouches for itself. */
  holdAgainst(publicKey: string | null): void {
    const held = publicKey === null ? this.#log : nameOfKey(createPublicKey(publicKey));
    const trusted = this.#keys.findIndex(({ id }) => id === held);
    if (trusted < 0) {
      this.#findings.add('keys.jsonl', 'the public key that you hold is not among them');
    }
    if (this.#last && this.#rank(this.#last) < trusted) {
      this.#findings.add(
        'heads.jsonl',
        'the last is signed neither by your key nor by one after it',
      );
    }
  }

  #rank({ key: name }: Pick<Log.Head, 'key'>): number {
    return this.#keys.findIndex(({ id }) => id === name);
  }
}
