import { createHash } from 'node:crypto';
import { whoCan } from '../../policies/asking/who-can.js';
import type { Authorizer } from '../../policies/authorize.js';
import { desk } from '../../workflows/domain/policy/roles.js';
import type { NoticeKind } from '../../workflows/domain/notices/notice-kinds.js';
import { troubleIn } from '../audit/trouble-in.js';
import { RunStore } from '../audit/run-store.js';
import { type Database, rowsOf } from '../store/database.js';
import { directoryBellChannel, LiveBell } from '../store/live-bell.js';
import { queueMail } from './queue-mail.js';

const kind: NoticeKind = 'audit-broken';

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
  const about = { channel: desk, action: 'audit.read', relation: 'own' } as const;
  const source = {
    ...{ kind, at: run.endedAt, people: whoCan(await policy(), about) },
    what: createHash('sha256').update(trouble.join('\n')).digest('hex'),
  };
  const told = await db.transaction(async (tx) => {
    const written = await rowsOf<{ id: string }>(tx, writeNotices, source);
    if (mails) await queueMail(tx, written);
    return written.length;
  });
  if (told > 0) new LiveBell(db, directoryBellChannel).ring();
}

const writeNotices = `
  insert into notices (id, technician, at, kind, session_id, data)
  select cast(md5(concat_ws('/', 'desk', cast(:kind as text), cast(:what as text), p.key,
      (cast(:at as timestamptz) at time zone 'utc')::date::text)) as uuid),
    p.key, :at, :kind, null, '{}'
  from unnest(cast(:people as text[])) as p (key)
  on conflict (id) do nothing returning id
`;
