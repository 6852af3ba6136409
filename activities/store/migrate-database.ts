import type { Knex } from 'knex';
import { type Step, steps } from './migrations/all.js';

/** Brings a database to the newest shape, or as far as the given steps, as its owner; does nothing where it already is. */
export async function migrateDatabase(
  owner: Knex,
  asFar: readonly Step[] = steps,
): Promise<readonly string[]> {
  await owner.raw(makeAppRole);
  return namesOf(await owner.migrate.latest({ migrationSource: new Steps(asFar) }));
}

// Roles belong to the cluster, so another database's migration may make it at the same moment.
const makeAppRole = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'mayday_app') then
      create role mayday_app nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  grant usage on schema public to mayday_app;
`;

class Steps implements Knex.MigrationSource<Step> {
  readonly #steps: readonly Step[];

  constructor(asFar: readonly Step[]) {
    this.#steps = asFar;
  }

  getMigrations(): Promise<Step[]> {
    return Promise.resolve([...this.#steps]);
  }

  getMigrationName({ name }: Step): string {
    return name;
  }

  getMigration({ up }: Step): Promise<Knex.Migration> {
    return Promise.resolve({ up, down: refuseDown });
  }
}

function refuseDown(): Promise<void> {
  return Promise.reject(new Error('The record is never taken back; restore a backup instead.'));
}

function namesOf(result: unknown): readonly string[] {
  const names: unknown = Array.isArray(result) ? result[1] : undefined;
  if (!Array.isArray(names)) throw new Error('Knex told something else than its batch and steps.');
  return names.filter((name): name is string => typeof name === 'string');
}
