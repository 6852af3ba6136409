import type { Knex } from 'knex';

/** The few open sessions that somebody beside the assignee has to do with, in the queue's order. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop index sessions_shared;
    create index sessions_beside on sessions (requested_at, id)
      where ended_at is null and (offered_to is not null or warm_channel is not null
        or collaborators <> '{}' or guests <> '{}');
  `);
}
