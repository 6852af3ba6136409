import { type Database, rowsOf } from '../../activities/store/database.js';
import type { components } from '../generated/openapi.js';
import type { TestAnswer } from '../testing/test-client-testing.js';

type Problem = components['schemas']['Problem'];

/** An answer's status and what kind of problem it is, if it is one. */
export function said({ status, body }: TestAnswer): string {
  const type = (body as Partial<Problem> | null)?.type;
  return type === undefined ? `${status}` : `${status} ${type.slice('/problems/'.length)}`;
}

/** The audit entries about a subject, in order. */
export function auditedOf(
  db: Database,
  kind: string,
  key: string,
): Promise<readonly { readonly action: string; readonly actor: { readonly key: string } }[]> {
  return rowsOf(
    db,
    `select action, actor from audit_entries
     where subject_kind = :kind and subject_key = :key order by id`,
    { kind, key },
  );
}
