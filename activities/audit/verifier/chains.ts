import type * as Log from '../bundle.js';
import type { Findings } from './findings.js';

/** The chain of each subject: every entry names its place and the hash of the one before. */
export class Chains {
  readonly #findings: Findings;
  readonly #ends = new Map<string, { position: number; hash: string }>();
  /** Whether entries come from the middle of the log, and so from the middle of most chains. */
  readonly #isPart: boolean;

  constructor(isPart: boolean, findings: Findings) {
    this.#isPart = isPart;
    this.#findings = findings;
  }

  follow(place: string, { subject, position, previous }: Log.Entry, hash: string): void {
    const name = subjectName(subject);
    const before = this.#ends.get(name);
    const isCutOff = !before && this.#isPart && position > 1 && previous !== null;
    const follows = position === (before?.position ?? 0) + 1 && previous === (before?.hash ?? null);
    if (!isCutOff && !follows) {
      this.#findings.add(place, `does not follow on what was said of ${name}`);
    }
    this.#ends.set(name, { position, hash });
  }
}

/** How what an entry is about is named. */
export function subjectName({ kind, key }: Log.Entry['subject']): string {
  return `${kind} ${key}`;
}
