import type { OperationId } from '../operation.js';

/** An operation found for a method and a path, with the path's parameters as they stand there. */
export interface Match {
  readonly id: OperationId;
  readonly path: Readonly<Record<string, string>>;
}

/** A path that is there, but not for this method. */
export interface OtherMethods {
  readonly allowed: readonly string[];
}

/** What the table says of a request: an operation, the methods that the path takes instead, or nothing. */
export type Lookup = Match | OtherMethods | 'not-found';

/** Whether an operation was found. */
export function isMatch(found: Lookup): found is Match {
  return typeof found === 'object' && 'id' in found;
}

interface Entry {
  readonly id: OperationId;
  readonly method: string;
  readonly parts: readonly string[];
}

/** What of a description in OpenAPI the table needs. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'patch', 'delete']);

// Nothing in a described path ever needs escaping, so whatever needs it is not described. One or two
// dots alone are no value either: they mean a place, and others would walk there.
const plainPath = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+$/;

/** Finds the operation of a request: the very path and method of the description, and no alias of it. */
export class RouteTable {
  readonly #entries: readonly Entry[];

  constructor(description: Described, isOperation: (id: string) => id is OperationId) {
    this.#entries = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.has(method))
        .map(([method, described]) => ({
          id: operationIdOf(described, isOperation),
          method: method.toUpperCase(),
          parts: path.split('/'),
        })),
    );
  }

  /** Every operation, with its method and its path as the description writes it. */
  get operations(): readonly { id: OperationId; method: string; path: string }[] {
    return this.#entries.map(({ id, method, parts }) => ({ id, method, path: parts.join('/') }));
  }

  find(method: string, path: string): Lookup {
    if (!plainPath.test(path)) return 'not-found';
    const given = path.split('/');
    const there = this.#entries.filter(({ parts }) => fits(parts, given));
    const entry = there.find((one) => one.method === method);
    if (!entry) return there.length > 0 ? { allowed: there.map((one) => one.method) } : 'not-found';
    return { id: entry.id, path: parametersOf(entry.parts, given) };
  }
}

function operationIdOf(
  described: unknown,
  isOperation: (id: string) => id is OperationId,
): OperationId {
  if (typeof described === 'object' && described !== null && 'operationId' in described) {
    const { operationId } = described;
    if (typeof operationId === 'string' && isOperation(operationId)) return operationId;
  }
  throw new Error('The description names an operation that nobody handles.');
}

function fits(parts: readonly string[], given: readonly string[]): boolean {
  return (
    parts.length === given.length &&
    parts.every((part, index) => part.startsWith('{') || part === given[index])
  );
}

function parametersOf(
  parts: readonly string[],
  given: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parts.flatMap((part, index) =>
      part.startsWith('{') ? [[part.slice(1, -1), given[index] ?? '']] : [],
    ),
  );
}
