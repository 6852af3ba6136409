/** What an address asks for by its fields; a parameter that is empty asks for nothing. */
export function askedIn<Field extends string>(
  fields: readonly Field[],
  given: Readonly<Record<Field, string | undefined>>,
): Readonly<Partial<Record<Field, string>>> {
  const asked: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const value = given[field]?.trim();
    if (value) asked[field] = value;
  }
  return asked;
}
