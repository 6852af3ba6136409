import type { Fault, FaultCode, FaultValues } from '../fault.js';
import { lookOf } from '../look-of-name.js';
import { isVisibleName, nameAsKept } from '../visible-name.js';

/** A routing document as it was read, or every fault in it. */
export type RoutingRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Fields = Readonly<Record<string, unknown>>;

/** Every list has a limit of its own far below this, for which it is refused: what is beyond is not looked at. */
const mostRead = 1_000;

/** Goes through a document and gathers everything wrong in it, each with its place. */
export class DocumentReader {
  readonly #faults: Fault[] = [];

  fault(path: string, message: string, code: FaultCode = 'malformed', values?: FaultValues): void {
    this.#faults.push({ path, code, message, ...(values && { values }) });
  }

  /** The fields of an object that may have no others than these. */
  object(value: unknown, path: string, allowed: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(path, `an object with ${allowed.join(', ')} expected`);
      return {};
    }
    for (const name of Object.keys(value).filter((one) => !allowed.includes(one))) {
      this.fault(`${path}/${name}`, `means nothing here (${allowed.join(', ')})`, 'field-unknown');
    }
    return { ...value };
  }

  /** A list; one that is left out is empty. */
  list<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): readonly T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fault(path, 'must be a list');
      return [];
    }
    const items: readonly unknown[] = value;
    return items.slice(0, mostRead).map((item, index) => read(item, `${path}/${index}`));
  }

  /** A list of texts in which none stands twice. */
  distinct(
    value: unknown,
    path: string,
    read: (item: unknown, path: string) => string,
  ): readonly string[] {
    const items = this.list(value, path, read);
    const met = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (met.has(item)) this.fault(`${path}/${index}`, 'stands there already', 'repeated');
      if (item !== '') met.add(item);
    }
    return items;
  }

  /** A list that must be there: nobody who leaves it out means that it is to be empty. */
  given<T>(fields: Fields, name: string, read: (item: unknown, path: string) => T): readonly T[] {
    if (this.#faults.length === 0 && fields[name] === undefined) {
      this.fault(`/${name}`, 'is missing', 'missing');
    }
    return this.list(fields[name], `/${name}`, read);
  }

  /** A text that is not empty, nor longer than somebody reads. */
  text(value: unknown, path: string, longest = 200): string {
    if (typeof value !== 'string' || value.trim() === '') {
      this.fault(path, 'must be a text that is not empty', 'empty');
      return '';
    }
    if (value.trim().length > longest) {
      this.fault(path, `at most ${longest} characters`, 'too-long', { limit: longest });
    }
    return value.trim();
  }

  /** What something is called: one line of signs that can be seen. */
  name(value: unknown, path: string, longest: number): string {
    const name = this.text(value, path, longest);
    if (name !== '' && !isVisibleName(name)) {
      this.fault(path, 'must be one line of signs that can be seen', 'invisible-signs');
    }
    return nameAsKept(name);
  }

  /** One of a few words. */
  word<T extends string>(value: unknown, path: string, words: readonly T[]): T | null {
    const found = words.find((word) => word === value);
    if (found === undefined) {
      this.fault(path, `must be one of ${words.join(', ')}`, 'choice-unknown');
    }
    return found ?? null;
  }

  /** A whole number of seconds between two bounds, or the usual one where none is given. */
  seconds(value: unknown, path: string, range: SecondsRange): number {
    const { least, most, usual } = range;
    if (value === undefined && usual !== undefined) return usual;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    const message = `must be a whole number of seconds from ${least} to ${most}`;
    this.fault(path, message, 'seconds-out-of-range', { least, most });
    return least;
  }

  /** Names that something knows. */
  known(
    value: unknown,
    path: string,
    what: Nameable,
    keys: ReadonlySet<string>,
  ): readonly string[] {
    return this.distinct(value, path, (item, at) => {
      const key = this.text(item, at);
      if (key !== '' && !keys.has(key)) {
        this.fault(at, `there is no ${kindNames[what]} ${key}`, `${what}-unknown`, { value: key });
      }
      return key;
    });
  }

  /** Faults where a list is longer than makes sense to a person who reads it. */
  atMost(limit: number, items: readonly unknown[], path: string, what: string): void {
    if (items.length > limit) this.fault(path, `at most ${limit} ${what}`, 'too-many', { limit });
  }

  /** Faults where a name stands twice. */
  unique(names: readonly string[], path: string): void {
    const looks = names.map(lookOf);
    for (const [index, look] of looks.entries()) {
      const other = names[looks.indexOf(look)] ?? '';
      if (look !== '' && looks.indexOf(look) < index) {
        const message = `there is another one called ${other}`;
        this.fault(`${path}/${index}/name`, message, 'name-taken', { value: other });
      }
    }
  }

  read<T>(value: T): RoutingRead<T> {
    return this.#faults.length === 0 ? { ok: true, value } : { ok: false, faults: this.#faults };
  }
}

const kindNames = {
  group: 'group',
  technician: 'technician',
  customer: 'customer',
  'sos-call': 'SOS Call',
} as const;

/** What a document can name that must be there. */
type Nameable = keyof typeof kindNames;

interface SecondsRange {
  readonly least: number;
  readonly most: number;
  readonly usual?: number;
}
