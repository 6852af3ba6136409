import type { DeskNoticeKind } from '../../workflows/domain/notices/desk-notices.js';
import { type Database, rowsOf } from '../store/database.js';
import { directoryBellChannel, LiveBell } from '../store/feed/live-bell.js';
import { queueMail } from './queue-mail.js';

/** Something that the desk tells of itself, and whom. */
export interface DeskNews {
  readonly kind: DeskNoticeKind;
  readonly at: Date;
  /** What it is about, of all that is told in its kind: nobody is told the same twice. */
  readonly what: string;
  readonly people: readonly string[];
  /** What its reader is led to. */
  readonly data: Readonly<Record<string, string>>;
}

/** Puts down what people are told of the desk itself, queues the mails, and has open consoles look. */
export async function writeDeskNotices(
  db: Database,
  news: readonly DeskNews[],
  mails: boolean,
): Promise<void> {
  if (news.every(({ people }) => people.length === 0)) return;
  const told = await db.transaction(async (tx) => {
    const written: { id: string }[] = [];
    for (const one of news) {
      const bindings = { ...one, data: JSON.stringify(one.data) };
      written.push(...(await rowsOf<{ id: string }>(tx, writing, bindings)));
    }
    if (mails) await queueMail(tx, written);
    return written.length;
  });
  if (told > 0) new LiveBell(db, directoryBellChannel).ring();
}

const writing = `
  insert into notices (id, technician, at, kind, session_id, data)
  select cast(md5(concat_ws('/', 'desk', cast(:kind as text), cast(:what as text), t.key)) as uuid),
    t.key, :at, :kind, null, cast(:data as jsonb)
  from technicians t where t.key = any(cast(:people as text[])) and not t.disabled
  on conflict (id) do nothing returning id
`;
