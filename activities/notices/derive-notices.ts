import type { Authorizer } from '../../policies/authorize.js';
import type { AudienceOf } from '../../workflows/domain/notices/audience.js';
import { type Notice, noticesOf } from '../../workflows/domain/notices/notices-of.js';
import { webhookTypeOf } from '../../workflows/domain/notices/webhook-types.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { type Database, rowsOf } from '../store/database.js';
import type { LiveBell } from '../store/feed/live-bell.js';
import type { SessionRecord } from '../record/session-record.js';
import { readAudiences } from './read-audiences.js';
import { takeUntold, type UntoldEvent } from './notice-cursor.js';
import { queueMail } from './queue-mail.js';
import { webhookPayload } from './webhook-payload.js';

/** What notices are derived with. */
export interface DeriveOptions {
  readonly db: Database;
  readonly record: Pick<SessionRecord, 'find'>;
  readonly bell: LiveBell;
  /** Who decides now. */
  readonly policy: () => Promise<Authorizer>;
  /** Whether there is a mail server; without one nobody is promised a mail. */
  readonly mails: boolean;
}

/**
 * Works out whom the events since the last time concern, and puts down what they are told and what
 * goes outside. Gives how many events it read; again after a crash it tells nobody twice.
 */
export async function deriveNotices(options: DeriveOptions): Promise<number> {
  const { db, bell, policy } = options;
  const authorizer = await policy();
  const { read, told } = await db.transaction(async (tx) => {
    const events = await takeUntold(tx);
    if (events.length === 0) return { read: 0, told: 0 };
    const audienceOf = await readAudiences(tx, authorizer);
    const round: Round = { ...options, tx, audienceOf, sessions: new Map() };
    let notices = 0;
    for (const untold of events) notices += await tell(round, untold);
    return { read: events.length, told: notices };
  });
  // What concerns nobody is no reason for every process to look.
  if (told > 0) bell.ring();
  return read;
}

/** What is read once for all the events of a round. */
interface Round extends Pick<DeriveOptions, 'record' | 'mails'> {
  readonly tx: Database;
  readonly audienceOf: AudienceOf;
  readonly sessions: Map<string, Session | null>;
}

/** Gives how many people are told. */
async function tell(round: Round, { sessionId, event }: UntoldEvent): Promise<number> {
  const { tx, record, mails, audienceOf, sessions } = round;
  if (!sessions.has(sessionId)) sessions.set(sessionId, await record.find(sessionId));
  const session = sessions.get(sessionId);
  if (!session) return 0;
  const notices = noticesOf(session, event, audienceOf);
  const source = { sessionId, sequence: event.sequence, at: new Date(event.at) };
  for (const notice of notices) await write(tx, notice, source, mails);
  const type = webhookTypeOf(event.type);
  if (type === null) return notices.length;
  const payload = JSON.stringify(webhookPayload(type, session, event));
  const { channel } = session;
  await rowsOf(tx, queueWebhooks, { ...source, type, payload, channel });
  return notices.length;
}

interface Source {
  readonly sessionId: string;
  readonly sequence: number;
  readonly at: Date;
}

async function write(tx: Database, notice: Notice, source: Source, mails: boolean): Promise<void> {
  const written = await rowsOf<{ id: string }>(tx, writeNotice, { ...notice, ...source });
  if (mails) await queueMail(tx, written);
}

// Ids follow from what they tell of, so the same event never makes a second notice or delivery.
const writeNotice = `
  with written as (
    insert into notices (id, technician, at, kind, session_id, data)
    values (cast(md5(concat_ws('/', 'notice', cast(:sessionId as text), cast(:sequence as text),
        cast(:technician as text))) as uuid), :technician, :at, :kind, :sessionId,
      jsonb_build_object('sequence', cast(:sequence as integer)))
    on conflict (id) do nothing returning id
  )
  insert into feed (kind, session_id, notice_id) select 'notice', :sessionId, id from written
  returning notice_id as id
`;

const queueWebhooks = `
  insert into deliveries (id, medium, webhook_id, type, payload, session_id)
  select cast(md5(concat_ws('/', 'webhook', w.id::text, cast(:sessionId as text),
    cast(:sequence as text))) as uuid), 'webhook', w.id, :type, :payload, cast(:sessionId as uuid)
  from webhooks w
  where w.enabled and w.deleted_at is null and :type = any(w.types)
    and (w.channel is null or w.channel = :channel)
  on conflict (id) do nothing
`;
