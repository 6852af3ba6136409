import type { Audience } from '../../workflows/domain/notices/notices-of.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { type Database, rowsOf } from '../store/database.js';

interface Member {
  readonly place: 'manager' | 'staff' | 'group';
  readonly group: string | null;
  readonly technician: string;
  readonly present: boolean;
}

/** Who is meant by the channel's managers, its staff and its groups at this moment; the disabled never are. */
export async function findAudience(db: Database, session: Session): Promise<Audience> {
  const found = await rowsOf<Member>(db, membersQuery, { channel: session.channel });
  const of = (place: Member['place']) => found.filter((member) => member.place === place);
  return {
    managers: keys(of('manager')),
    // Who is away is not told of work that others can take.
    queue: keys(of('staff').filter(({ present }) => present)),
    membersOf: (group) =>
      keys(of('group').filter((member) => member.group === group && member.present)),
  };
}

function keys(members: readonly Member[]): readonly string[] {
  return [...new Set(members.map(({ technician }) => technician))];
}

const membersQuery = `
  with holders as (
    select r.role, t.key, t.availability = 'available' as present
    from role_assignments r
      left join group_members m on r.holder_kind = 'group' and m."group" = r.holder
      join technicians t on not t.disabled
        and t.key = case r.holder_kind when 'technician' then r.holder else m.technician end
    where r.place = :channel and r.role in ('channel-technician', 'channel-manager')
  )
  select 'manager' as place, null as "group", key as technician, present from holders
    where role = 'channel-manager'
  union all select 'staff', null, key, present from holders
  union all
  select 'group', m."group", t.key, t.availability = 'available'
    from group_members m join technicians t on t.key = m.technician and not t.disabled
`;
