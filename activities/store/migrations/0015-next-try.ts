import type { Knex } from 'knex';

/** A delivery says when it is tried next, so that somebody can see it and need not wait for it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table deliveries add next_try_at timestamptz,
      add constraint only_what_waits_is_tried_next check (next_try_at is null or state = 'pending');
    grant update (next_try_at) on deliveries to mayday_app;
  `);
}
