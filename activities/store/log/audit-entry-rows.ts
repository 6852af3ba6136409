import type { Actor } from '../../../workflows/domain/session/vocabulary.js';
import type { AuditKind, SubjectKind } from '../../../workflows/domain/audit/audit-kinds.js';
import type { ChainedEntry } from './audit-chain.js';

/** The columns of an entry `e` that `chainedFrom` reads; entries from before the chain have no place. */
export interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: AuditKind;
  readonly subject_kind: SubjectKind;
  readonly subject_key: string;
  readonly position: number;
  readonly previous: Buffer | null;
  readonly hash: Buffer;
  readonly actor: Actor;
  readonly action: string | null;
  readonly revision: string | null;
  readonly command_id: string | null;
  readonly data: object;
  readonly texts: Readonly<Record<string, string>>;
}

/** The columns of an entry `e`. */
export const entryColumns = `e.id, e.at, e.kind, e.subject_kind, e.subject_key, e.position,
  e.previous, e.hash, e.actor, e.action, e.revision, e.command_id, e.data, e.texts`;

/** The entry as it was hashed, out of its columns: not one of them can be changed without being found. */
export function chainedFrom(row: EntryRow): ChainedEntry {
  return {
    version: 1,
    subject: { kind: row.subject_kind, key: row.subject_key },
    position: row.position,
    previous: row.previous?.toString('hex') ?? null,
    at: row.at.toISOString(),
    kind: row.kind,
    actor: row.actor,
    action: row.action,
    revision: row.revision,
    command: row.command_id,
    data: row.data,
    texts: row.texts,
  };
}
