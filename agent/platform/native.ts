import koffi, { type LibraryHandle } from 'koffi';

/** A pointer into native memory, or null; never followed but by a native call. */
export type Address = bigint | null;

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- what C declares, only the caller can say in TypeScript */
/** One function of a native library, by its C declaration; the caller states its shape in TypeScript. */
export function bind<Arguments extends unknown[], Result>(
  library: LibraryHandle,
  declaration: string,
): (...values: Arguments) => Result {
  return library.func(declaration);
}
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

/** Reads one value of a C type at an address, such as `int` at a field's offset. */
export function peek(address: bigint, offset: number, type: 'int' | 'uint' | 'ulong'): number {
  const value: unknown = koffi.decode(address, offset, type);
  return Number(value);
}

/** Reads a pointer at an address. */
export function peekAddress(address: bigint, offset: number): Address {
  const value: unknown = koffi.decode(address, offset, 'void *');
  return typeof value === 'bigint' ? value : null;
}

/** Reads a C string that a field at an address points to, or an empty text when it points nowhere. */
export function peekText(address: bigint, offset: number): string {
  const value: unknown = koffi.decode(address, offset, 'const char *');
  return typeof value === 'string' ? value : '';
}
