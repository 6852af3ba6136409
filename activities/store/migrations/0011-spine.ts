import type { Knex } from 'knex';

/** Indexes that give each part of the queue in its order, however many sessions there ever were. */
export async function up(db: Knex): Promise<void> {
  await db.raw(ended);
  await db.raw(open);
  await db.raw(together);
}

const ended = `
  create index sessions_ended_in on sessions (channel, ended_at desc, id desc)
    include (assignee, driver) where ended_at is not null;
  create index sessions_ended_unassigned on sessions (ended_at desc, id desc)
    include (channel) where ended_at is not null and assignee is null;
  create index sessions_ended_driven on sessions (driver, ended_at desc, id desc)
    where ended_at is not null and driver is not null;
`;

const open = `
  create index sessions_open_in on sessions (channel, requested_at, id)
    include (assignee, driver) where ended_at is null;
  create index sessions_invited_in on sessions (channel, requested_at, id)
    include (assignee, driver) where state = 'waiting';
  create index sessions_invited_unassigned on sessions (requested_at, id)
    include (channel) where state = 'waiting' and assignee is null;
  create index sessions_invited_of on sessions (assignee, requested_at, id)
    include (channel) where state = 'waiting';
  create index sessions_driven on sessions (driver, requested_at, id)
    where ended_at is null and driver is not null;
  drop index sessions_assigned;
  create index sessions_assigned on sessions (assignee, requested_at, id)
    include (channel, driver) where ended_at is null;
`;

// Who waits is often nobody's yet, and who is closed never is: taken apart, Postgres expects too few.
const together = `
  create statistics sessions_by_state_and_assignee (mcv) on state, assignee, channel from sessions;
  alter statistics sessions_by_state_and_assignee set statistics 1000;
`;
