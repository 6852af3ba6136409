/** The desk answered that it will not; `code` is the stable end of the problem's type. */
export class DeskProblem extends Error {
  override readonly name = 'DeskProblem';
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, title: string) {
    super(title);
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
