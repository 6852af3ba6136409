import type { Knex } from 'knex';

/** Who waits has no driver, and Postgres is to see that at a glance rather than look through them all. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index sessions_invited_driven on sessions (driver, requested_at, id)
      where state = 'waiting' and driver is not null;
  `);
}
