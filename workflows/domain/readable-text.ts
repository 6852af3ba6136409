/** Whether a text can be kept: JSON carries U+0000 and halves of pairs, and Postgres stores neither. */
export function isReadable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
