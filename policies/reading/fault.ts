/** Something wrong in a file, with where it stands and a sentence that says what and, where it can, what to do. */
export interface Fault {
  readonly file: string;
  /** Counted from 1; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly message: string;
}

/** What a reading came to: a value, or every fault that kept it from being one. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A fault as compilers write it, so that editors jump to its place. */
export function faultLine({ file, line, message }: Fault): string {
  return line === 0 ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}

/** A value if nothing was found wrong, else the faults. */
export function readOf<T>(value: T, faults: readonly Fault[]): Read<T> {
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults };
}
