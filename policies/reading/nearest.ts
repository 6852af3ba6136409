/** The known name that a word was probably meant to be, or null where it is like none of them. */
export function nearest(word: string, known: readonly string[]): string | null {
  const found = known
    .map((name) => ({ name, away: distance(word, name) }))
    .sort((one, other) => one.away - other.away)[0];
  return found && found.away <= mostAway(word) ? found.name : null;
}

/** What to say of a word that is not known, with the name that was probably meant. */
export function unknown(word: string, what: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return `"${word}" is not ${what}${meant === null ? '' : `; did you mean "${meant}"?`}`;
}

/** A slip for every four letters: more, and it is another word. */
function mostAway({ length }: string): number {
  return Math.max(1, Math.floor(length / 4));
}

/** How many letters must be added, dropped, exchanged, or swapped with the next, to make one word of the other. */
function distance(one: string, other: string): number {
  const a = Array.from(one.toLowerCase());
  const b = Array.from(other.toLowerCase());
  let last: number[] = [];
  let row = [0, ...b].map((_, index) => index);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, against] of b.entries()) {
      const exchanged = at(row, j) + (letter === against ? 0 : 1);
      const isSwapped = letter === b[j - 1] && a[i - 1] === against;
      const swapped = isSwapped ? at(last, j - 1) + 1 : Infinity;
      next.push(Math.min(exchanged, swapped, at(row, j + 1) + 1, at(next, j) + 1));
    }
    [last, row] = [row, next];
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
