/** The desk has answered no; `code` is the end of the problem's type, such as `link-expired`. */
export class DeskRefusal extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`The desk refused: ${code}`);
    this.name = 'DeskRefusal';
    this.code = code;
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
