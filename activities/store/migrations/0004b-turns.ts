import type { Knex } from 'knex';

/** Whose turn was when: what going round asks of the events. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index events_of_turns on session_events ((data ->> 'technician'), at desc)
      where type in ('offered', 'claimed')
  `);
}
