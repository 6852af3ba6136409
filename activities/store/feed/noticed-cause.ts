import {
  causedKinds,
  causeOf,
  type NoticeCause,
} from '../../../workflows/domain/notices/notice-cause.js';
import type { NoticeKind } from '../../../workflows/domain/notices/notice-kinds.js';
import { eventOf, type EventRow, type TextsByDigest } from '../sessions/session-event-rows.js';

/** The event that a notice tells of, with the texts that were written with it and are not erased. */
export type ToldEvent = Omit<EventRow, 'at'> & {
  readonly at: string;
  readonly texts: TextsByDigest;
};

// The reason is the one text that such an event can hold.
const texts = `
  select jsonb_object_agg(encode(t.digest, 'hex'), t.text) from personal_texts t
  where t.subject_kind = 'session' and t.subject_key = cast(e.session_id as text)
    and t.digest = decode(e.data -> 'reason' ->> 'text', 'hex')`;

/** The column of a notice `n` that `noticedCause` reads: its event, where its kind leaves open why somebody is told. */
export const toldColumn = `
  (select jsonb_build_object('type', e.type, 'sequence', e.sequence, 'at', e.at, 'by', e.by,
      'data', e.data, 'texts', coalesce((${texts}), '{}'))
    from session_events e
    where n.kind in (${causedKinds.map((kind) => `'${kind}'`).join(', ')})
      and e.session_id = n.session_id
      and e.sequence = cast(n.data ->> 'sequence' as integer)) as told`;

/** Why somebody is told, out of that column. */
export function noticedCause(kind: NoticeKind, told: ToldEvent | null): NoticeCause | null {
  if (!told) return null;
  const { texts, at, ...row } = told;
  return causeOf(kind, eventOf({ ...row, at: new Date(at) }, texts));
}
