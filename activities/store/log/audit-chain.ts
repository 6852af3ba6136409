import type { Actor } from '../../../workflows/domain/session/vocabulary.js';
import type { AuditKind, SubjectKind } from '../../../workflows/domain/audit/audit-kinds.js';
import { canonicalHash } from './canonical.js';
import { type Database, rowOf } from '../database.js';
import { keepingTexts, type SaltedText } from '../sessions/personal-text.js';

/** A person or an object that entries are about; each has a chain of its own. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly key: string;
}

/** The end of a subject's chain, locked until the transaction ends, and the instant by the database's clock. */
export interface ChainEnd {
  readonly position: number;
  /** Null before the first entry. */
  readonly hash: Buffer | null;
  readonly now: Date;
}

/** What the hash of an entry is made of, beside its place in the chain. */
export interface ChainedContent {
  readonly kind: AuditKind;
  readonly actor: Actor;
  readonly action: string | null;
  readonly revision: string | null;
  readonly command: string | null;
  readonly data: object;
  /** The digests of the texts that stand apart, by what they are. */
  readonly texts: Readonly<Record<string, string>>;
}

/** An entry as it is hashed: canonical JSON (RFC 8785) of exactly this, SHA-256. */
export interface ChainedEntry extends ChainedContent {
  readonly version: 1;
  readonly subject: Subject;
  /** From 1, without a gap in each subject's chain. */
  readonly position: number;
  /** The hash of the entry before, in hex; null for the first. */
  readonly previous: string | null;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
}

/** The next entry of a chain and its hash. */
export function chained(
  subject: Subject,
  end: ChainEnd,
  content: ChainedContent,
): { entry: ChainedEntry; hash: Buffer } {
  const entry: ChainedEntry = {
    ...content,
    version: 1,
    subject: { kind: subject.kind, key: subject.key },
    position: end.position + 1,
    previous: end.hash?.toString('hex') ?? null,
    at: end.now.toISOString(),
  };
  return { entry, hash: canonicalHash(entry) };
}

/** Locks the chain of a person or an object and gives its end; a session's chain ends in its row. */
export async function lockChain(tx: Database, { kind, key }: Subject): Promise<ChainEnd> {
  const statement = kind === 'session' ? lockingSession : lockingOther;
  const end = await rowOf<ChainEnd>(tx, statement, { kind, key });
  if (!end) throw new Error(`There is no session ${key} that an audit entry could be about.`);
  return end;
}

const lockingSession = `
  select chain_position as position, chain_hash as hash, clock_timestamp() as now
  from sessions where id = cast(:key as uuid) for update
`;

// The update changes nothing: it locks the row, and gives the end as the last writer left it.
const lockingOther = `
  insert into audit_chains as known (subject_kind, subject_key) values (:kind, :key)
  on conflict (subject_kind, subject_key) do update set position = known.position
  returning position, hash, clock_timestamp() as now
`;

/** The parts of a statement that add an entry and hand it to the sealer, where a condition holds. */
export function addingEntry(condition = 'true'): string {
  return `
  kept as (${keepingTexts} where ${condition}), audited as (
    insert into audit_entries (at, kind, subject_kind, subject_key, session_id, position, previous,
      hash, actor, action, revision, command_id, data, texts)
    select :at, :kind, :subjectKind, :subjectKey, :sessionId, :position, :previous, :hash, :actor,
      :action, :revision, :commandId, :data, :digests
    where ${condition}
    returning id
  ), unsealed as (
    insert into audit_unsealed (entry_id, hash) select id, :hash from audited
  )`;
}

/** The bindings of `addingEntry`; `texts` are kept under the entry's subject. */
export function entryBindings(
  subject: Subject,
  end: ChainEnd,
  content: ChainedContent,
  texts: readonly SaltedText[],
) {
  const { entry, hash } = chained(subject, end, content);
  return {
    at: end.now,
    kind: entry.kind,
    subjectKind: subject.kind,
    subjectKey: subject.key,
    sessionId: subject.kind === 'session' ? subject.key : null,
    position: entry.position,
    previous: end.hash,
    hash,
    actor: JSON.stringify(entry.actor),
    action: entry.action,
    revision: entry.revision,
    commandId: entry.command,
    data: JSON.stringify(entry.data),
    digests: JSON.stringify(entry.texts),
    texts: JSON.stringify(texts),
  };
}
