import type { Grant } from '../../../workflows/contract.js';
import type { AuditKind } from '../../../workflows/domain/audit/audit-kinds.js';
import type { Actor } from '../../../workflows/domain/session/vocabulary.js';
import { type Database, rowsOf } from '../database.js';
import { addingEntry, entryBindings, lockChain, type Subject } from './audit-chain.js';
import { saltedByName } from '../sessions/personal-text.js';

/** Something that happened and is to be answered for. */
export interface NewAuditEntry {
  /** `administration` unless told otherwise. */
  readonly kind?: AuditKind;
  readonly actor: Actor;
  /** The action that the policy allowed, or a plain name of what the desk did by itself. */
  readonly action: string | null;
  /** The policy revision that allowed it; null where no policy was asked. */
  readonly revision: string | null;
  readonly subject: Subject;
  /** What was done. Nothing personal: keys, counts, settings and differences of them. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Names, addresses and free text by what they are; they can be erased later, the rest cannot. */
  readonly texts?: Readonly<Record<string, string>>;
  /** The address that the request came from. */
  readonly from?: string | undefined;
}

/**
 * Writes an entry in the transaction of what it tells of: both are there, or neither is. Whoever
 * writes about several subjects in one transaction takes them in one order, so that none waits for
 * another in a circle.
 */
export async function writeAudit(tx: Database, entry: NewAuditEntry): Promise<void> {
  const { kind = 'administration', actor, action, revision, subject, data } = entry;
  const { digests, texts } = saltedByName(textsOf(entry));
  const end = await lockChain(tx, subject);
  const content = { kind, actor, action, revision, command: null, data, texts: digests };
  const bindings = entryBindings(subject, end, content, texts);
  await rowsOf(tx, subject.kind === 'session' ? writingOnSession : writing, bindings);
}

/** What an entry says of the policy's decision, and where it was asked from. */
export function underGrant(
  grant: Grant | null,
): Pick<NewAuditEntry, 'action' | 'revision' | 'from'> {
  return grant ?? { action: null, revision: null };
}

function textsOf({ texts, from }: NewAuditEntry): Readonly<Record<string, string>> {
  return from === undefined ? { ...texts } : { ...texts, from };
}

const writing = `
  with ${addingEntry()}
  update audit_chains set position = :position, hash = :hash
  where subject_kind = :subjectKind and subject_key = :subjectKey
`;

const writingOnSession = `
  with ${addingEntry()}
  update sessions set chain_position = :position, chain_hash = :hash where id = :sessionId
`;
