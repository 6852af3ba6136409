import { type Database, rowOf } from '../store/database.js';
import { DirectoryRefusedError } from './directory-refused-error.js';

/** How large the directory may grow. */
export interface DirectoryLimits {
  readonly channels: number;
  readonly technicians: number;
  /** Groups that hold a role in one channel. */
  readonly groupsPerChannel: number;
}

/** What holds where nothing else is configured. */
export const usualDirectoryLimits: DirectoryLimits = {
  channels: 500,
  technicians: 1000,
  groupsPerChannel: 100,
};

/** Throws, with the limit by name, where a statement counts as many as there may be. */
export async function requireRoom(
  tx: Database,
  limit: { readonly name: string; readonly most: number },
  statement: string,
  bindings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const found = await rowOf<{ count: number }>(
    tx,
    `select count(*)::int as count from (${statement}) as counted`,
    bindings,
  );
  if ((found?.count ?? 0) < limit.most) return;
  throw new DirectoryRefusedError('limit-reached', `${limit.name} is ${limit.most}.`);
}
