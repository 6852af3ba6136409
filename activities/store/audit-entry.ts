import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowsOf } from './database.js';
import { keepingTexts, textBindings } from './personal-text.js';

/** What entries can be about; each subject has entries of its own, in one order. */
export const subjectKinds = [
  'session',
  'channel',
  'group',
  'technician',
  'requester',
  'customer',
  'policy',
  'switch',
  'routing',
  'code',
  'sos-call',
  'sla-policy',
  'calendar',
  'report',
  'webhook',
  'notice',
  'audit',
  'desk',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A person or an object that an entry is about. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly key: string;
}

/** Why an entry was written. */
export const auditKinds = [
  'command',
  'refusal',
  'repair',
  'message',
  'administration',
  'look',
  'export',
  'sign-in',
  'erasure',
] as const;
export type AuditKind = (typeof auditKinds)[number];

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

/** Writes an entry in the transaction of what it tells of: both are there, or neither is. */
export async function writeAudit(tx: Database, entry: NewAuditEntry): Promise<void> {
  const { kind = 'administration', actor, action, revision, subject, data } = entry;
  await rowsOf(tx, writing, {
    kind,
    actor: JSON.stringify(actor),
    action,
    revision,
    subjectKind: subject.kind,
    subjectKey: subject.key,
    sessionId: subject.kind === 'session' ? subject.key : null,
    data: JSON.stringify(data),
    ...textBindings(textsOf(entry)),
  });
}

function textsOf({ texts, from }: NewAuditEntry): Readonly<Record<string, string>> {
  return from === undefined ? { ...texts } : { ...texts, from };
}

const writing = `
  with kept as (${keepingTexts})
  insert into audit_entries (kind, subject_kind, subject_key, session_id, actor, action, revision,
    data, texts)
  values (:kind, :subjectKind, :subjectKey, :sessionId, :actor, :action, :revision, :data, :digests)
`;
