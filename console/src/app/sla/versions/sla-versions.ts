import { keyBeside, keyOf } from '../../../../../workflows/domain/key-of-name.js';

/** What every version of a calendar or a policy has. */
export interface Versioned {
  readonly key: string;
  readonly version: number;
  readonly countsFrom: string;
}

/** How a version stands: what begins later, what is in force, what was followed by another. */
export type Standing = 'ahead' | 'in-force' | 'past';

/** The newest version of each key; the desk sends them newest first. */
export function newest<Version extends Versioned>(
  versions: readonly Version[],
): readonly Version[] {
  return versions.filter(
    ({ key }, index) => versions.findIndex((other) => other.key === key) === index,
  );
}

/** Of each key the version that is in force, or the first that is to come. */
export function inForceOrNext<Version extends Versioned>(
  versions: readonly Version[],
  now: number,
): readonly Version[] {
  return newest(versions).map((latest) => {
    const these = versions.filter(({ key }) => key === latest.key);
    return inForceAt(these, now) ?? these.at(-1) ?? latest;
  });
}

/** The version of a key that comes into force next; null where none is to come. */
export function versionAhead<Version extends Versioned>(
  versions: readonly Version[],
  ofKey: string,
  now: number,
): Version | null {
  const ahead = versions.filter(
    ({ key, countsFrom }) => key === ofKey && Date.parse(countsFrom) > now,
  );
  const [next] = [...ahead].sort((a, b) => Date.parse(a.countsFrom) - Date.parse(b.countsFrom));
  return next ?? null;
}

/** Each version of one key with how it stands at an instant; the newest first. */
export function standings<Version extends Versioned>(
  versions: readonly Version[],
  now: number,
): readonly (Version & { readonly standing: Standing })[] {
  const inForce = inForceAt(versions, now);
  return versions.map((version) => ({
    ...version,
    standing:
      version === inForce ? 'in-force' : Date.parse(version.countsFrom) > now ? 'ahead' : 'past',
  }));
}

/** The version that counts at an instant: of those that have begun the last to begin, and of these the newest. */
export function inForceAt<Version extends Pick<Versioned, 'countsFrom'>>(
  versions: readonly Version[],
  now: number,
): Version | null {
  return versions
    .filter(({ countsFrom }) => Date.parse(countsFrom) <= now)
    .reduce<Version | null>(
      (latest, one) =>
        latest === null || Date.parse(one.countsFrom) > Date.parse(latest.countsFrom)
          ? one
          : latest,
      null,
    );
}

/** A key made of a name, other than those that are taken. */
export function freeKey(name: string, taken: readonly string[]): string {
  return keyBeside(keyOf(name) ?? 'one', new Set(taken));
}
