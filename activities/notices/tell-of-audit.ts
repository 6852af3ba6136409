import { createHash } from 'node:crypto';
import type { Authorizer } from '../../policies/authorize.js';
import { troubleIn } from '../audit/trouble-in.js';
import { RunStore } from '../audit/run-store.js';
import type { Database } from '../store/database.js';
import { whoMayKnow } from './who-may-know.js';
import { writeDeskNotices } from './write-desk-notices.js';

/** What is told, to whom, and with what. */
export interface TellOptions {
  readonly db: Database;
  /** Who decides now. */
  readonly policy: () => Promise<Authorizer>;
  /** Whether there is a mail server. */
  readonly mails: boolean;
}

/**
 * Tells everybody who may read the audit log that its last verification found something; of the same
 * findings once a day. It does not matter who had the log verified.
 */
export async function tellOfAudit({ db, policy, mails }: TellOptions): Promise<void> {
  const run = await new RunStore(db).lastEnded('verification');
  const trouble = troubleIn(run);
  if (!run?.endedAt || trouble.length === 0) return;
  const kind = 'audit-broken';
  const findings = createHash('sha256').update(trouble.join('\n')).digest('hex');
  const what = `${findings}/${run.endedAt.toISOString().slice(0, 10)}`;
  const people = whoMayKnow(await policy(), kind);
  await writeDeskNotices(db, [{ kind, at: run.endedAt, what, people, data: {} }], mails);
}
