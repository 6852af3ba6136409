import { fileURLToPath } from 'node:url';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { rowsOf } from '../store/database.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import type { ChannelSettings } from './channel-store.js';
import { Directory } from './directory.js';
import { type DirectoryLimits, usualDirectoryLimits } from './directory-limits.js';
import { type DirectoryStores, openDirectoryStores } from './directory-stores.js';
import type { Doer } from './directory-writer.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The demonstration's directory in a database of a spec's own. */
export interface TestDirectory {
  readonly database: TestDatabase;
  readonly directory: Directory;
  readonly stores: DirectoryStores;
  /** The audit entries about a subject: their action and what was done. */
  audited(
    kind: string,
    key: string,
  ): Promise<readonly { readonly action: string; readonly data: Record<string, unknown> }[]>;
  close(): Promise<void>;
}

/** Opens one. */
export async function openTestDirectory(
  limits: DirectoryLimits = usualDirectoryLimits,
): Promise<TestDirectory> {
  const database = await makeTestDatabase();
  await seedDemonstration(database.owner, readDemonstration(root));
  return {
    database,
    directory: new Directory(database.app),
    stores: openDirectoryStores(database.app, limits),
    audited: (kind, key) =>
      rowsOf(
        database.owner,
        `select action, data from audit_entries
         where subject_kind = :kind and subject_key = :key order by id`,
        { kind, key },
      ),
    close: () => database.drop(),
  };
}

/** Somebody who was let do something. */
export function doer(action: string, technician = 'nora'): Doer {
  return { actor: { kind: 'technician', key: technician }, action, revision: 'r1' };
}

/** Settings of a channel as somebody might choose them. */
export const channelSettings: ChannelSettings = {
  name: 'Warehouse',
  department: 'Logistics',
  description: null,
  linkLifetimeMs: 3_600_000,
  codeLifetimeMs: 600_000,
  reopenWindowMs: 86_400_000,
  reconnectGraceMs: 60_000,
  consentTimeoutMs: 30_000,
  askableScopes: ['view', 'control'],
};
