import type { Knex } from 'knex';

/** Whether the user has paused what their device shows, as the device last said. */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table devices add column paused boolean not null default false');
}
