import { mailedByDefault } from '../../workflows/domain/notices/notice-kinds.js';
import { type Database, rowsOf } from '../store/database.js';

/** Queues the mails of notices, for whom wants their kind by mail and has an address; for one notice once. */
export async function queueMail(tx: Database, notices: readonly { id: string }[]): Promise<void> {
  if (notices.length === 0) return;
  const ids = notices.map(({ id }) => id);
  await rowsOf(tx, queueing, { ids, standard: [...mailedByDefault] });
}

const queueing = `
  insert into deliveries (id, medium, recipient, type, payload, session_id)
  select cast(md5('mail/' || cast(n.id as text)) as uuid), 'mail', t.key, 'notice.' || n.kind, n.data,
    n.session_id
  from notices n join technicians t on t.key = n.technician
    left join notice_preferences p on p.technician = t.key
  where n.id = any(cast(:ids as uuid[])) and t.address is not null and not t.disabled
    and n.kind = any(coalesce(p.mail, :standard))
  on conflict (id) do nothing
`;
