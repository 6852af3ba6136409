import type * as Log from '../bundle.js';
import { hashOf } from './hashes.js';

/** Whether the events beside an entry are those of its digest; where it has none, there are none. */
export function isAnsweredFor({ entry, events }: Pick<Log.Leaf, 'entry' | 'events'>): boolean {
  const { digest } = entry.data;
  return digest === undefined ? events === undefined : hashOf(events ?? []) === digest;
}
