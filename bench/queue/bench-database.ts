import pg from 'pg';
import { readDemonstration } from '../../activities/demonstration/read-demonstration.js';
import { seedDemonstration } from '../../activities/demonstration/seed-demonstration.js';
import { openDatabase, type Database } from '../../activities/store/database.js';
import { migrateDatabase } from '../../activities/store/migrate-database.js';
import { ownerUrlOf } from '../../deploy/supervisor/owner-url-of.js';
import { project } from '../../deploy/supervisor/places.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { Closing } from '../closing.js';

/** A desk's database without a desk: nobody else reads or writes it while it is measured. */
export interface BenchDatabase {
  readonly owner: Database;
  readonly pool: pg.Pool;
  /** The role of API and worker. */
  readonly appUrl: string;
  close(): Promise<void>;
}

/** Starts a throwaway Postgres with the newest shape and the demonstration's organisation. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const closing = new Closing();
  const house = await startHouse({ parts: ['postgres'] });
  closing.add(() => house.stop());
  const owner = openDatabase(ownerUrlOf(house), 4);
  closing.add(() => owner.destroy());
  const pool = new pg.Pool({ connectionString: ownerUrlOf(house), max: 4 });
  // The server may end before the last idle connection has: nothing is lost by it.
  pool.on('error', () => undefined);
  closing.add(() => pool.end());
  await migrateDatabase(owner);
  await seedDemonstration(owner, readDemonstration(project));
  const appUrl = house.environment['DATABASE_URL'] ?? '';
  return { owner, pool, appUrl, close: () => closing.close() };
}
