import { isReadable } from '../../workflows/domain/readable-text.js';
import type { Fault } from '../../workflows/domain/fault.js';
import { ProblemError } from '../problems/problem-error.js';
import { unfit } from '../problems/unfit.js';

/**
 * Lets a request through whose every text can be kept. JSON carries U+0000 and halves of pairs, no
 * keyboard types them, and Postgres stores neither. Throws `text-unreadable` with the places, and
 * refuses what is nested deeper than whoever reads it on could follow.
 */
export function requireReadableTexts(
  request: Readonly<Record<'path' | 'query' | 'body', unknown>>,
) {
  const places = (['path', 'query', 'body'] as const).flatMap((part) =>
    unreadableIn(request[part], `/${part}`, deepest),
  );
  if (places.length === 0) return;
  const message = 'must hold neither U+0000 nor half of a pair';
  throw new ProblemError('text-unreadable', {
    errors: places.slice(0, mostPlaces).map((path) => ({ path, code: 'unreadable', message })),
  });
}

const mostPlaces = 20;
const deepest = 100;

/** At the part of the request, as nobody reads a place that is a hundred names long. */
const tooDeep = (place: string): Fault => ({
  path: place.split('/').slice(0, 2).join('/'),
  code: 'malformed',
  message: `is nested deeper than ${deepest} levels`,
});

/** Where texts stand that cannot be kept, in the way that the validator names places, in what has `depth` levels at most. */
function unreadableIn(value: unknown, place: string, depth: number): readonly string[] {
  if (typeof value === 'string') return isReadable(value) ? [] : [place];
  if (typeof value !== 'object' || value === null) return [];
  if (depth === 0) throw unfit(tooDeep(place));
  return Object.entries(value).flatMap(([name, inner]) =>
    isReadable(name) ? unreadableIn(inner, `${place}/${name}`, depth - 1) : [place],
  );
}
