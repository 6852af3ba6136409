import type { Knex } from 'knex';

/** What was done before on a device is found by its key. */
export async function up(db: Knex): Promise<void> {
  await db.raw('create index devices_by_key on devices (key_hash)');
}
