const longest = 48;

/** A name as a key: plain letters, digits and hyphens, 48 at most; null where nothing of it can be written so. */
export function keyOf(name: string): string | null {
  const plain = name.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  const key = plain
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
  return key === '' ? null : key;
}

/** A key that is not taken: the wanted one, or the first of `wanted-2`, `wanted-3` and so on. */
export function keyBeside(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const key = `${wanted}-${number}`;
    if (!taken.has(key)) return key;
  }
}
