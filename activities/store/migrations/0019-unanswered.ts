import type { Knex } from 'knex';

/** How many turns of the user a session left unanswered, so that a report says how many it has no duration of. */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table session_facts add unanswered integer not null default 0');
  await db.raw(ofBefore);
}

// A turn goes on until the technician writes or the session ends; the last word of the user in it leads there.
const ofBefore = `
  with turns as (
    select session_id, sequence, type,
      lead(type) over (partition by session_id order by sequence) as next
    from session_events
    where type in ('user-wrote', 'technician-wrote', 'closed', 'abandoned', 'expired')
  ), counted as (
    select f.session_id, f.sequence, count(*)::int as unanswered
    from turns t join session_facts f on f.session_id = t.session_id and t.sequence <= f.sequence
    where t.type = 'user-wrote' and t.next in ('closed', 'abandoned', 'expired')
    group by f.session_id, f.sequence
  )
  update session_facts f set unanswered = counted.unanswered
  from counted where f.session_id = counted.session_id and f.sequence = counted.sequence
`;
