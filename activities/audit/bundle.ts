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
  /** Erasures after the part, which explain why it lacks texts. */
  readonly erasures: readonly Line[];
}

/** What a bundle says of itself: from which leaf to which, and the proofs that tie it to other sizes. */
export interface About {
  /** `mayday-audit-3`; what came before has a verifier of its own. */
  readonly format: string;
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
  /** When it was handed over, as the one before has signed; null of the first. */
  readonly at: string | null;
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

/** An entry that is proved to be in the log by the path from its leaf to the root of a head (RFC 9162, 2.1.3). */
export interface Proven {
  readonly leaf: number;
  readonly hash: string;
  readonly entry: Entry;
  readonly path: readonly string[];
}

/** The key's own word that the desk was restored: heads of more leaves than were kept no longer count. */
export interface Restored {
  readonly log: string;
  readonly restored: { readonly lost: number; readonly kept: number };
  readonly at: string;
  readonly key: string;
  readonly signature: string;
}

/** A line of the file of checkpoints. */
export type KeptLine = Head | Restored;

/** Proofs about single entries and sizes, which need nothing else of the log. */
export interface Proof {
  /** `mayday-proof-1`. */
  readonly format: string;
  readonly log: string;
  readonly keys: readonly LogKey[];
  readonly heads: readonly Head[];
  /** An entry, whole, and the path from it to the head of a size; null where only sizes are compared. */
  readonly inclusion: {
    readonly size: number;
    readonly leaf: Leaf;
    readonly path: readonly string[];
  } | null;
  readonly consistency: readonly Consistency[];
}

/** What the verifier reads of an entry. */
export interface Entry {
  readonly subject: { readonly kind: string; readonly key: string };
  readonly position: number;
  readonly previous: string | null;
  readonly kind: string;
  readonly data: {
    readonly digest?: string;
    readonly message?: string;
    /** How many texts an erasure took, and the digests that stood for them. */
    readonly texts?: number;
    readonly gone?: readonly string[];
  };
  readonly texts: Readonly<Record<string, string>>;
}

/** What the verifier holds that did not come with the bundle. */
export interface Trust {
  readonly publicKey: string | null;
  /** In the order in which they were kept; the last must be proved, the others wherever the entries reach. */
  readonly checkpoints: readonly KeptLine[];
}

/** What was found: nothing is wrong where there are no findings. */
export interface Verdict {
  readonly findings: readonly string[];
  readonly entries: number;
  readonly heads: number;
  readonly texts: number;
  readonly size: number;
  readonly lastHead: Head | null;
  /** Checkpoints that no longer count since the desk was restored. */
  readonly givenUp: number;
}
