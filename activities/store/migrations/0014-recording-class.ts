import type { Knex } from 'knex';

/** Recordings are kept for a time of their own. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table retention drop constraint retention_class_check;
    alter table retention add constraint retention_class_check
      check (class in ('session', 'chat', 'recording', 'audit'));
  `);
}
