import { checkDigitOf, isComplete } from './check-digit.js';

/** How many codes there are: eight digits are free, the ninth follows from them. */
export const codeSpace = 100_000_000;

const length = 9;
// What people put between digits when they read, type or paste: spaces of every kind, dashes, dots.
const between = /[\s.\u00b7\u2010-\u2015-]+/gu;

/** What is wrong with a text that should be a code. */
export type CodeFault = 'not-nine-digits' | 'wrong-digit';

/** The code for a number below `codeSpace`, nine digits. */
export function codeFrom(number: number): string {
  const free = String(number).padStart(length - 1, '0');
  return free + checkDigitOf(free);
}

/** The nine digits of a typed or pasted text, however it is spaced; what is wrong with it otherwise. */
export function readCode(typed: string): { readonly code: string } | { readonly fault: CodeFault } {
  const code = typed.replace(between, '');
  if (!/^[0-9]{9}$/.test(code)) return { fault: 'not-nine-digits' };
  return isComplete(code) ? { code } : { fault: 'wrong-digit' };
}

/** A code as it is shown and read out: three threes. */
export function inThrees(code: string): string {
  return [code.slice(0, 3), code.slice(3, 6), code.slice(6)].join(' ');
}
