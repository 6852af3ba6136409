/** What is open as a list of one or none, so that a form for another is another form. */
export function keysOf(open: string | null): readonly string[] {
  return open === null ? [] : [open];
}
