/** One line of a bundle and where it stands. */
export interface Line {
  readonly place: string;
  readonly value: unknown;
}

/** A bundle, wherever it is read from. */
export interface Bundle {
  readonly about: About;
  readonly keys: readonly Line[];
  readonly heads: readonly Line[];
  readonly entries: AsyncIterable<Line> | Iterable<Line>;
}

/** What a bundle says of itself: from which leaf to which, and the proofs that tie it to other sizes. */
export interface About {
  readonly format: 'mayday-audit-1';
  readonly log: string;
  readonly from: { readonly size: number; readonly frontier: readonly string[] };
  readonly to: number;
  readonly heads: number;
  readonly consistency: readonly Consistency[];
}

/** The proof that the log of one size became that of another (RFC 9162, 2.1.4). */
export interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly path: readonly string[];
}

/** A key of the log; every key but the first is handed over by the one before. */
export interface LogKey {
  readonly log: string;
  readonly key: string;
  /** SPKI, DER, base64. */
  readonly publicKey: string;
  readonly fromSize: number;
  readonly at: string;
  readonly handedOverBy: string | null;
  readonly signature: string | null;
}

/** A signed head: what the log was at an instant. A checkpoint is one that was kept elsewhere. */
export interface Head {
  readonly log: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly key: string;
  readonly signature: string;
}

/** A leaf of the log: the entry, what it answers for, and the texts that have not been erased. */
export interface Leaf {
  readonly leaf: number;
  readonly hash: string;
  readonly entry: Entry;
  readonly events?: readonly object[];
  readonly texts: readonly {
    readonly digest: string;
    readonly salt: string;
    readonly text: string;
  }[];
}

/** What the verifier reads of an entry. */
export interface Entry {
  readonly subject: { readonly kind: string; readonly key: string };
  readonly position: number;
  readonly previous: string | null;
  readonly kind: string;
  readonly data: { readonly digest?: string; readonly message?: string; readonly texts?: number };
  readonly texts: Readonly<Record<string, string>>;
}

/** What the verifier holds that did not come with the bundle. */
export interface Trust {
  readonly publicKey: string | null;
  readonly checkpoint: Head | null;
}

/** What was found: nothing is wrong where there are no findings. */
export interface Verdict {
  readonly findings: readonly string[];
  readonly entries: number;
  readonly heads: number;
  readonly texts: number;
  readonly size: number;
  readonly lastHead: Head | null;
}
