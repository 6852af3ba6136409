import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import type { AuditKind } from '../../workflows/domain/audit/audit-kinds.js';
import { type Database, rowsOf } from '../store/database.js';

/** What of the audit is wanted; null leaves a question open. */
export interface AuditQuestion {
  readonly technician: string | null;
  readonly kind: AuditKind | null;
  readonly subjectKind: string | null;
  readonly subject: string | null;
  readonly channel: string | null;
  /** The only channels whose entries may be shown; null for all there is. */
  readonly channels: readonly string[] | null;
  /** Words of what people are called or wrote. */
  readonly text: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  /** The id of the last entry of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** An entry with its place in its chain, its texts as far as they are still there, and its seal. */
export interface FoundEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: AuditKind;
  readonly subjectKind: string;
  readonly subjectKey: string;
  readonly position: number | null;
  readonly hash: string | null;
  readonly actor: Actor;
  readonly action: string | null;
  readonly revision: string | null;
  readonly data: Record<string, unknown>;
  readonly texts: Record<string, string | null>;
  readonly leaf: number | null;
  readonly sealedAt: Date | null;
}

/** How far the log reaches, and how much of the audit it does not hold yet. */
export interface AuditState {
  readonly size: number;
  /** Of the last head; null before the first. */
  readonly signedAt: Date | null;
  readonly root: string | null;
  readonly key: string | null;
  readonly unsealed: number;
}

/** Finds entries of the audit, the latest first. */
export class AuditSearch {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A page, and after which entry the next begins; null at the end. */
  async page(
    question: AuditQuestion,
  ): Promise<{ readonly entries: readonly FoundEntry[]; readonly next: string | null }> {
    const { text, limit, ...asked } = question;
    const words = text === null ? null : `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const given = Object.fromEntries(
      Object.entries({ ...asked, words }).filter(([, value]) => value !== null),
    );
    const conditions = Object.keys(given).map((name) => conditionFor[name] ?? 'false');
    const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
    const statement = `${select} ${where} order by e.at desc, e.id desc limit :most`;
    const rows = await rowsOf<FoundEntry>(this.#db, statement, { ...given, most: limit + 1 });
    const entries = rows.slice(0, limit);
    return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
  }

  /** What the last head says, and how many entries wait for the next. */
  async state(): Promise<AuditState> {
    const [state] = await rowsOf<AuditState>(this.#db, stating);
    return state ?? { size: 0, signedAt: null, root: null, key: null, unsealed: 0 };
  }
}

const conditionFor: Readonly<Record<string, string>> = {
  technician: `e.actor ->> 'kind' = 'technician' and e.actor ->> 'key' = :technician`,
  kind: 'e.kind = :kind',
  subjectKind: 'e.subject_kind = :subjectKind',
  subject: 'e.subject_key = :subject',
  channel: `(e.session_id in (select id from sessions where channel = :channel)
    or (e.subject_kind = 'channel' and e.subject_key = :channel))`,
  channels: `(e.session_id in (select id from sessions where channel = any(:channels))
    or (e.subject_kind = 'channel' and e.subject_key = any(:channels)))`,
  words: `((e.subject_kind, e.subject_key) in (
      select subject_kind, subject_key from personal_texts where text ilike :words)
    or e.session_id in (select session_id from messages where text ilike :words))`,
  from: 'e.at >= :from',
  to: 'e.at < :to',
  after: `(e.at, e.id) < (select at, id from audit_entries where id = cast(:after as bigint))`,
};

const select = `
  select e.id, e.at, e.kind, e.subject_kind as "subjectKind", e.subject_key as "subjectKey",
    e.position, encode(e.hash, 'hex') as hash, e.actor, e.action, e.revision, e.data, (
      select coalesce(jsonb_object_agg(named.key, t.text), '{}')
      from jsonb_each_text(e.texts) as named
        left join personal_texts t on t.subject_kind = e.subject_kind
          and t.subject_key = e.subject_key and t.digest = decode(named.value, 'hex')
    ) as texts, l.leaf::float8 as leaf,
    (select h.at from audit_heads h where h.size > l.leaf order by h.size, h.id limit 1) as "sealedAt"
  from audit_entries e left join audit_leaves l on l.entry_id = e.id
`;

const stating = `
  select coalesce(h.size, 0)::float8 as size, h.at as "signedAt", encode(h.root, 'hex') as root, h.key,
    (select count(*) from audit_unsealed)::float8 as unsealed
  from (select) as always
    left join lateral (select * from audit_heads order by id desc limit 1) as h on true
`;
