import type { Knex } from 'knex';

/** Finds the steps of promises that were taken of late. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index session_events_steps on session_events (at) where type = 'sla-step'
  `);
}
