import type { NoticeCause } from '../../workflows/domain/notices/notice-cause.js';
import type { DeskNoticeKind } from '../../workflows/domain/notices/desk-notices.js';
import type { NoticeKind } from '../../workflows/domain/notices/notice-kinds.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { noticedCause, toldColumn, type ToldEvent } from '../store/feed/noticed-cause.js';
import { type Viewer, viewerBindings, visibleToViewer } from '../store/lists/visibility.js';

/** What somebody was told, and whether they have looked. */
export interface StoredNotice {
  readonly id: string;
  readonly at: Date;
  readonly kind: NoticeKind;
  /** The session that it is about; null where the desk tells of itself. */
  readonly session: NoticedSession | null;
  /** The change of the policy that the desk tells of. */
  readonly proposal: NoticedProposal | null;
  readonly unread: boolean;
  /** Null where the kind says it all. */
  readonly cause: NoticeCause | null;
}

/** What of a session stands beside a notice. */
export interface NoticedSession {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly requester: string;
  readonly channel: string;
}

/** What of a proposed change of the policy stands beside a notice. */
export interface NoticedProposal {
  readonly id: string;
  readonly title: string;
  /** Null for files on disk that nobody has vouched for. */
  readonly proposedBy: string | null;
}

/** Who reads, and what of itself the desk may still tell them. */
export interface NoticeReader extends Viewer {
  readonly kindsOfDesk: readonly DeskNoticeKind[];
}

/** A page of somebody's notices, latest first; `next` begins the page after it, null at the end. */
export interface NoticePage {
  readonly notices: readonly StoredNotice[];
  readonly next: string | null;
  readonly unread: number;
}

type NoticeRow = Omit<StoredNotice, 'cause'> & {
  readonly position: string;
  readonly told: ToldEvent | null;
};

/** What technicians are told in the console. */
export class NoticeStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What the reader was told, cut down to what they may still see. */
  async page(viewer: NoticeReader, after: string | null, limit: number): Promise<NoticePage> {
    const bindings = { ...bindingsOf(viewer), after, most: limit + 1 };
    const rows = await rowsOf<NoticeRow>(this.#db, pageQuery, bindings);
    const notices = rows.slice(0, limit).map(noticeFrom);
    const next = rows.length > limit ? (rows[limit - 1]?.position ?? null) : null;
    return { notices, next, unread: await this.#unread(viewer) };
  }

  /** Marks what the technician has looked at: everything up to a notice, that one included. */
  async markRead(technician: string, upTo: string): Promise<void> {
    await rowsOf(
      this.#db,
      `update notices set read_at = clock_timestamp()
       where technician = :technician and read_at is null and position <=
         (select position from notices where id = :upTo and technician = :technician)`,
      { technician, upTo },
    );
  }

  async #unread(viewer: NoticeReader): Promise<number> {
    const found = await rowOf<{ unread: number }>(
      this.#db,
      `select count(*)::int as unread from notices n left join sessions s on s.id = n.session_id
       where n.technician = :viewer and n.read_at is null and ${stillFor}`,
      bindingsOf(viewer),
    );
    return found?.unread ?? 0;
  }
}

function noticeFrom({ told, ...row }: NoticeRow): StoredNotice {
  return { ...row, cause: noticedCause(row.kind, told) };
}

function bindingsOf(reader: NoticeReader) {
  return { ...viewerBindings(reader), kindsOfDesk: [...reader.kindsOfDesk] };
}

const stillFor = `case when n.session_id is null then n.kind = any(cast(:kindsOfDesk as text[]))
  else ${visibleToViewer} end`;

const pageQuery = `
  select n.id, n.at, n.kind, n.position::text as position, n.read_at is null as unread,
    case when s.id is not null then jsonb_build_object('id', s.id, 'number', s.number,
      'subject', s.subject, 'requester', s.requester_name, 'channel', s.channel) end as session,
    case when p.id is not null then jsonb_build_object('id', p.id, 'title', p.title,
      'proposedBy', p.proposed_by) end as proposal,
    ${toldColumn}
  from notices n left join sessions s on s.id = n.session_id
    left join policy_proposals p on p.id = cast(n.data ->> 'proposal' as uuid)
  where n.technician = :viewer and ${stillFor}
    and n.position < coalesce(cast(:after as bigint), 9223372036854775807)
  order by n.position desc limit :most
`;
