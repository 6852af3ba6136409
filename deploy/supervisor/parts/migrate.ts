import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { project } from '../places.js';

export const migrateEntry = join(project, 'build/activities/migrate.js');

/** Brings the database to the newest form and, in the demonstration, puts its organisation there; throws with what the program said. */
export async function migrate(environment: Readonly<NodeJS.ProcessEnv>): Promise<void> {
  await promisify(execFile)(process.execPath, [migrateEntry], {
    env: environment,
    cwd: project,
    maxBuffer: 64 * 1024 ** 2,
  });
}
