import type { Work } from '../../../workflows/domain/codes/proof-of-work.js';

/** The desk has answered no; `code` is the end of the problem's type, such as `link-expired`. */
export class DeskRefusal extends Error {
  readonly code: string;
  /** What to work out before asking again, or null. */
  readonly work: Work | null;

  constructor(code: string, work: Work | null = null) {
    super(`The desk refused: ${code}`);
    this.name = 'DeskRefusal';
    this.code = code;
    this.work = work;
  }
}

/** No answer that counts: no network, no desk, or a desk that asks to come back later. */
export class DeskUnreachable extends Error {
  constructor(cause: unknown) {
    super('The desk cannot be reached.', { cause });
    this.name = 'DeskUnreachable';
  }
}

/** The code of a problem's type, such as `link-expired` for `/problems/link-expired`. */
export function codeOf(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}
