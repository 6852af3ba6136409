/** To which groups, by number, the rows of a page belong. */
export interface Grouping {
  /** The word of each row. */
  readonly of: Uint32Array;
  /** A word's groups stand in `groups` from here on, up to where those of the next begin. */
  readonly begin: Uint32Array;
  readonly groups: Uint32Array;
}

/** Each row in the groups of its word. */
export function groupedByWord(of: Uint32Array, groupsOf: readonly (readonly number[])[]): Grouping {
  const begin = new Uint32Array(groupsOf.length + 1);
  groupsOf.forEach((groups, word) => {
    begin[word + 1] = (begin[word] ?? 0) + groups.length;
  });
  return { of, begin, groups: Uint32Array.from(groupsOf.flat()) };
}

/** Each row in one group, of so many. */
export function groupedSingly(of: Uint32Array, count: number): Grouping {
  return groupedByWord(
    of,
    Array.from({ length: count }, (_, group) => [group]),
  );
}

/** So many rows in one group together. */
export function together(rows: number): Grouping {
  return groupedSingly(new Uint32Array(rows), 1);
}
