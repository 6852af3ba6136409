import type { NoticeCause } from '../../../workflows/domain/notices/notice-cause.js';
import type { NoticeKind } from '../../../workflows/domain/notices/notice-kinds.js';
import { noticedCause, toldColumn, type ToldEvent } from './noticed-cause.js';

/** A notice as the live feed carries it. */
export interface LiveNotice {
  readonly id: string;
  readonly technician: string;
  readonly kind: NoticeKind;
  readonly at: Date;
  /** Null where the kind says it all. */
  readonly cause: NoticeCause | null;
}

/** The columns of a notice `n` that `liveNoticeFrom` reads. */
export interface LiveNoticeColumns {
  readonly notice_id: string;
  readonly notice_for: string;
  readonly notice_kind: NoticeKind;
  readonly notice_at: Date;
  readonly told: ToldEvent | null;
}

/** The columns of a notice `n`, named so that they can stand beside a session's. */
export const liveNoticeColumns = `
  n.id as notice_id, n.technician as notice_for, n.kind as notice_kind, n.at as notice_at,
  ${toldColumn}`;

/** A notice out of its columns. */
export function liveNoticeFrom(columns: LiveNoticeColumns): LiveNotice {
  const { notice_id: id, notice_for: technician, notice_kind: kind, notice_at: at } = columns;
  return { id, technician, kind, at, cause: noticedCause(kind, columns.told) };
}
