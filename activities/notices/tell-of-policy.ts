import { type PolicyDeed, policyNews } from '../../workflows/domain/notices/policy-news.js';
import { type Database, rowsOf } from '../store/database.js';
import type { TellOptions } from './tell-of-audit.js';
import { whoMayKnow } from './who-may-know.js';
import { type DeskNews, writeDeskNotices } from './write-desk-notices.js';

/**
 * Tells of changes of the policy what the audit log says of them: that one waits for a second person,
 * for as long as it waits and whoever may approve it by then; and what became of it, to whoever proposed it.
 */
export async function tellOfPolicy({ db, policy, mails }: TellOptions): Promise<void> {
  const deeds = await deedsIn(db);
  if (deeds.length === 0) return;
  const approvers = whoMayKnow(await policy(), 'policy-proposed');
  const news = deeds.flatMap((deed) =>
    policyNews(deed, approvers).map(({ technician, kind }): DeskNews => {
      const { entry, at, proposal } = deed;
      return { kind, at, what: entry, people: [technician], data: { proposal } };
    }),
  );
  await writeDeskNotices(db, news, mails);
}

interface LoggedDeed extends PolicyDeed {
  readonly entry: string;
  readonly at: Date;
  readonly proposal: string;
}

function deedsIn(db: Database): Promise<readonly LoggedDeed[]> {
  return rowsOf<LoggedDeed>(db, reading);
}

// What came of a proposal is news for an hour, as everything is; that it waits, for as long as it does.
const reading = `
  select e.id::text as entry, e.at, e.data ->> 'did' as did, e.actor as by, p.id as proposal,
    p.proposed_by as "proposedBy", p.state = 'open' as "isOpen"
  from policy_proposals p
    join audit_entries e on e.subject_kind = 'policy'
      and (e.subject_key = p.id::text
        or (e.subject_key = 'in-force' and e.data ->> 'proposal' = p.id::text))
  where (p.state = 'open' or p.decided_at > clock_timestamp() - interval '1 hour')
    and e.data ->> 'did' in ('proposed', 'vouched', 'put-in-force', 'rejected', 'withdrawn')
  order by e.id
`;
