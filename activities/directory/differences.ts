/** What a change made of a record, field by field, as the audit keeps it: before and after. */
export type Differences = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** The fields of `after` that are not as they were before. */
export function differencesOf<T extends object>(before: T, after: Partial<T>): Differences {
  const entries = Object.entries(after).flatMap(([name, value]): [string, [unknown, unknown]][] => {
    const was: unknown = Object.entries(before).find(([field]) => field === name)?.[1];
    return JSON.stringify(was) === JSON.stringify(value) ? [] : [[name, [was, value]]];
  });
  return Object.fromEntries(entries);
}
