import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemUser } from '../part.js';
import { ownedFolder } from '../reachable.js';
import { postgresUser } from '../system-user.js';

/** A folder that a backup cannot be restored from, or not into. */
export class NotRestorableError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NotRestorableError';
  }
}

/**
 * Restores a backup into a data folder that there is not yet. The desk that is started on it begins with an empty
 * Temporal, and starts the workflow of every open session again from its row.
 */
export function restore(from: string, data: string, say: (line: string) => void): void {
  if (!existsSync(join(from, 'cluster', 'backup_label'))) {
    throw new NotRestorableError(`${from} holds no backup of a desk.`);
  }
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new NotRestorableError(`${data} is not empty: move what is there away first.`);
  }
  mkdirSync(data, { recursive: true, mode: 0o711 });
  for (const name of readdirSync(from)) {
    if (name !== 'cluster') cpSync(join(from, name), join(data, name), { recursive: true });
  }
  const user = postgresUser(say);
  const cluster = join(ownedFolder(data, 'postgres', user, say), 'cluster');
  cpSync(join(from, 'cluster'), cluster, { recursive: true });
  chmodSync(cluster, 0o700); // Postgres starts in no folder that others can look into.
  if (user) giveTo(user, cluster);
}

function giveTo(user: SystemUser, path: string): void {
  chownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) giveTo(user, inside);
    else chownSync(inside, user.uid, user.gid);
  }
}
