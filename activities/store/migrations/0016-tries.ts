import type { Knex } from 'knex';

/** A delivery says while it is being tried, and what went wrong with a try in a form for every language. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table deliveries add trying_until timestamptz;
    alter table delivery_attempts add fault jsonb;
    grant update (trying_until) on deliveries to mayday_app;
  `);
}
