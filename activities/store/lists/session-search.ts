import type { SessionState } from '../../../workflows/domain/session/vocabulary.js';
import { type Database, rowsOf } from '../database.js';
import { rowColumns, rowFrom, type SessionRowColumns } from '../sessions/session-row.js';
import { placeIn, placeOf } from './page-place.js';
import type { Page } from './session-queue.js';
import { type Viewer, viewerBindings, visibleToViewer } from './visibility.js';

/** Which sessions are looked for; null leaves a question open. */
export interface SessionQuestion {
  /** Words that must all stand somewhere: in what it is about, who asked, what was written or noted. */
  readonly text: string | null;
  /** Whoever answers for it, or did anything in it. */
  readonly technician: string | null;
  readonly requester: string | null;
  readonly channel: string | null;
  readonly state: SessionState | null;
  /** When it was asked for: from then on, and before then. */
  readonly from: Date | null;
  readonly to: Date | null;
  /** The `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** Finds sessions however long ago they ended, the latest asked for first. */
export class SessionSearch {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A page of what the viewer may see. */
  async page(viewer: Viewer, question: SessionQuestion): Promise<Page> {
    const { statement, bindings } = searchQuery(viewer, question);
    const found = await rowsOf<SessionRowColumns>(this.#db, statement, bindings);
    const rows = found.slice(0, question.limit).map(rowFrom);
    const last = found.length > question.limit ? rows.at(-1)?.session : undefined;
    return { rows, next: last ? placeOf(last.requestedAt, last.id) : null };
  }
}

/** The statement behind a page, so that its plan can be looked at. */
export function searchQuery(
  viewer: Viewer,
  { text, after, limit, ...asked }: SessionQuestion,
): { readonly statement: string; readonly bindings: Readonly<Record<string, unknown>> } {
  const given = Object.entries(asked).filter(([, value]) => value !== null);
  const words = wordsIn(text);
  const place = after === null ? null : placeIn(after);
  const conditions = [
    visibleToViewer,
    ...given.map(([name]) => conditionFor[name] ?? 'false'),
    ...words.map((_, index) => saying(`:word${index}`)),
    ...(place ? ['(s.requested_at, s.id) < (:afterAt, cast(:afterId as uuid))'] : []),
  ];
  return {
    statement: `select ${rowColumns}
      from (select s.* from sessions s where ${conditions.join(' and ')}
        order by s.requested_at desc, s.id desc limit :most) s
        left join lateral (select d.* from devices d where d.id = s.device_id limit 1) d on true
      order by s.requested_at desc, s.id desc`,
    bindings: {
      ...viewerBindings(viewer),
      ...Object.fromEntries(given),
      ...Object.fromEntries(words.map((word, index) => [`word${index}`, patternOf(word)])),
      ...place,
      most: limit + 1,
    },
  };
}

const mostWords = 8;

function wordsIn(text: string | null): readonly string[] {
  return [...new Set((text ?? '').split(/\s+/).filter((word) => word !== ''))].slice(0, mostWords);
}

function patternOf(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** A word in any text of the session but the addresses that only the audit shows, found by the index over texts and the one over chat. */
function saying(word: string): string {
  return `s.id in (
    select case when subject_kind = 'session' then cast(subject_key as uuid) end
    from personal_texts
    where text ilike ${word} and subject_kind = 'session' and not is_address
    union all select session_id from messages where text ilike ${word})`;
}

const conditionFor: Readonly<Record<string, string>> = {
  // In three parts, each of which an index knows.
  technician: `s.id in (
    select id from sessions where ended_at is null and assignee = :technician
    union all select id from sessions where ended_at is not null and assignee = :technician
    union all select session_id from audit_entries
      where actor ->> 'kind' = 'technician' and actor ->> 'key' = :technician
        and session_id is not null)`,
  requester: 's.requester_id = :requester',
  channel: 's.channel = :channel',
  state: 's.state = :state',
  from: 's.requested_at >= :from',
  to: 's.requested_at < :to',
};
