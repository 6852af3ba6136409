// The quasigroup of H. Michael Damm (2004), weakly totally anti-symmetric with a zero diagonal: the
// interim digit chooses the row, the next digit the column.
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/**
 * The digit that completes some digits. After Damm: every single wrong digit and every two
 * neighbours that changed places are found, which Luhn's digit does not do.
 */
export function checkDigitOf(digits: string): string {
  return String(remainderOf(digits));
}

/** Whether the last of some digits completes the others. */
export function isComplete(digits: string): boolean {
  return remainderOf(digits) === 0;
}

function remainderOf(digits: string): number {
  return Array.from(digits, Number).reduce(
    (interim, digit) => quasigroup[interim]?.[digit] ?? interim,
    0,
  );
}
