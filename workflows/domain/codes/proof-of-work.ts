/** What the desk wants worked out before it does something once more. */
export interface Work {
  /** A text of the desk's own making, good for one proof. */
  readonly challenge: string;
  /** How many leading zero bits the SHA-256 of challenge and answer must have. */
  readonly bits: number;
}

/** A piece of work that is done: the number that makes the hash begin with enough zero bits. */
export interface Proof {
  readonly challenge: string;
  readonly answer: number;
}

/** The text whose SHA-256 counts. */
export function provenText({ challenge, answer }: Proof): string {
  return `${challenge}.${answer}`;
}

/** The number of zero bits at the beginning of a hash. */
export function leadingZeroBits(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0);
  if (at < 0) return hash.length * 8;
  return at * 8 + Math.clz32(hash[at] ?? 0) - 24;
}

/** Tries one number after the other until the hash of one begins with enough zero bits. */
export function findProof({ challenge, bits }: Work, hashOf: (text: string) => Uint8Array): Proof {
  for (let answer = 0; ; answer += 1) {
    const proof = { challenge, answer };
    if (leadingZeroBits(hashOf(provenText(proof))) >= bits) return proof;
  }
}
