import type { Work } from '../../workflows/domain/codes/proof-of-work.js';

/** The desk answered that it will not; `code` is the stable end of the problem's type. */
export class DeskProblem extends Error {
  override readonly name = 'DeskProblem';
  readonly code: string;
  readonly status: number;
  /** What to work out before asking again, or null. */
  readonly work: Work | null;

  constructor(code: string, status: number, title: string, work: Work | null = null) {
    super(title);
    this.work = work;
    this.code = code;
    this.status = status;
  }

  /** Whether the same request can go well later. */
  get passing(): boolean {
    return this.status >= 500 || this.status === 429;
  }
}

/** No answer came from the desk. */
export class DeskUnreachable extends Error {
  override readonly name = 'DeskUnreachable';
}

/** Whether an error is one of the two that every call to the desk may throw; any other is a fault of this program. */
export function isOfDesk(error: unknown): error is DeskProblem | DeskUnreachable {
  return error instanceof DeskProblem || error instanceof DeskUnreachable;
}
