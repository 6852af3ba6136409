import type { AuditKind } from '../../workflows/domain/audit/audit-kinds.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowsOf } from '../store/database.js';
import type { Subject } from '../store/log/audit-chain.js';

/** Something that can happen a thousand times a minute, and is to be answered for all the same. */
export interface Happening {
  readonly kind: AuditKind;
  readonly actor: Actor;
  readonly subject: Subject;
  /** What happened, in keys out of our own vocabulary: nothing personal, and nothing that others could choose freely. */
  readonly what: Readonly<Record<string, string>>;
  /** The policy revision that decided, or was in force; null where there is none. */
  readonly revision: string | null;
  /** Where it came from. */
  readonly address: string;
  /** What somebody is called whom the desk does not know. */
  readonly name?: string;
}

/** So many addresses and names are kept of what happens in one minute; the rest is counted. */
const mostNamed = 50;

/** Happenings, counted per person and minute, so that nobody fills the audit by trying. */
export class GatheredStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async note({ kind, actor, subject, what, revision, address, name }: Happening): Promise<void> {
    await rowsOf(this.#db, noting, {
      kind,
      subjectKind: subject.kind,
      subjectKey: subject.key,
      actor: JSON.stringify(actor),
      what: JSON.stringify(what),
      revision: revision ?? '',
      addresses: address === '' ? [] : [address],
      names: name === undefined ? [] : [name.slice(0, 200)],
      mostNamed,
    });
  }
}

const noting = `
  insert into gathered as known (kind, subject_kind, subject_key, actor, what, revision, addresses, names)
  values (:kind, :subjectKind, :subjectKey, :actor, :what, :revision, cast(:addresses as text[]),
    cast(:names as text[]))
  on conflict (minute, kind, subject_kind, subject_key, actor, what, revision) do update set
    times = known.times + 1,
    addresses = case when excluded.addresses <@ known.addresses
      or cardinality(known.addresses) >= :mostNamed then known.addresses
      else known.addresses || excluded.addresses end,
    names = case when excluded.names <@ known.names
      or cardinality(known.names) >= :mostNamed then known.names
      else known.names || excluded.names end
`;
