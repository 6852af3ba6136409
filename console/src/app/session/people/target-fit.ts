import { plain } from '../../words/plain.js';

/** Whether somebody or something of this name is meant by a few letters. */
export function fits({ name }: { readonly name: string }, letters: string): boolean {
  return plain(name).includes(plain(letters));
}
