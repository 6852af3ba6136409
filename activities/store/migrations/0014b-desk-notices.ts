import type { Knex } from 'knex';

/** The desk tells somebody of itself too, and not of a session only. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table notices alter column session_id drop not null;
    create index notices_of_desk on notices (position) where session_id is null;
  `);
}
