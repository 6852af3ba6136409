/** The part of a long list that is in sight, with some rows around it. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** Which rows to draw, for rows of one height; `last` is one past the end. */
export function rowWindow(
  scrolled: number,
  height: number,
  rowHeight: number,
  count: number,
): RowWindow {
  const around = 8;
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - around);
  const last = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + around);
  return { first: Math.min(first, last), last };
}
