import type { SessionEvent, SessionFact } from '../../../workflows/domain/session/events.js';
import {
  type PersonalField,
  personalFields,
} from '../../../workflows/domain/session/personal-fields.js';
import type { Actor } from '../../../workflows/domain/session/vocabulary.js';
import { canonicalHash } from '../log/canonical.js';
import { salted, type SaltedText } from './personal-text.js';

/**
 * An event as its table keeps it: what every event has in columns, the rest as `data`. Where a text
 * is personal, `data` holds `{ "text": digest }` and the text stands in a table of its own.
 */
export interface EventRow {
  readonly type: SessionEvent['type'];
  readonly sequence: number;
  readonly at: Date;
  readonly by: Actor;
  readonly data: Record<string, unknown>;
}

/** The texts of a session by their digests, as far as they have not been erased. */
export type TextsByDigest = Readonly<Record<string, string>>;

/** An event ready to be stored, and the texts that stand apart from it. */
export interface StoredEvent {
  readonly row: EventRow;
  readonly texts: readonly SaltedText[];
}

/** Makes an event ready to be stored. */
export function storedOf(event: SessionEvent): StoredEvent {
  const { type, sequence, at, by, ...fact } = event;
  const texts: SaltedText[] = [];
  const data = changed(fact, personalFields[type], (value) => {
    if (typeof value !== 'string') return value;
    const text = salted(value);
    texts.push(text);
    return { text: text.digest };
  });
  return { row: { type, sequence, at: new Date(at), by, data }, texts };
}

/** The event that a row holds; the append put it there whole, and rows never change. */
export function eventOf(row: EventRow, texts: TextsByDigest): SessionEvent {
  const { type, sequence, at, by } = row;
  const data = changed(row.data, personalFields[type], (value, { erased }) =>
    isReference(value) ? (texts[value.text] ?? erased) : value,
  );
  const fact = { ...data, type } as SessionFact;
  return { ...fact, sequence, at: at.getTime(), by };
}

/** The digest by which an audit entry answers for its command's events. */
export function digestOfEvents(rows: readonly EventRow[]): string {
  const events = rows.map(({ type, sequence, at, by, data }) => {
    return { type, sequence, at: at.toISOString(), by, data };
  });
  return canonicalHash(events).toString('hex');
}

type Change = (value: unknown, field: PersonalField) => unknown;
type Data = Record<string, unknown>;

function changed(data: Data, fields: readonly PersonalField[], change: Change): Data {
  return fields.reduce((so, field) => changedAt(so, field.path, (old) => change(old, field)), data);
}

function changedAt(data: Data, path: readonly string[], change: (old: unknown) => unknown): Data {
  const [key, ...rest] = path;
  if (key === undefined || !(key in data)) return data;
  const old = data[key];
  if (rest.length === 0) return { ...data, [key]: change(old) };
  return isData(old) ? { ...data, [key]: changedAt(old, rest, change) } : data;
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

function isReference(value: unknown): value is { text: string } {
  return isData(value) && typeof value['text'] === 'string';
}
