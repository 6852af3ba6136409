import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { auditFilesOf } from '../../activities/audit/read-audit-files.js';
import type { SealerFiles } from '../../activities/audit/sealer.js';
import { type Database, openDatabase } from '../../activities/store/database.js';
import { appUrl } from '../supervisor/parts/desk-database.js';
import { readSettings } from '../supervisor/settings/read-settings.js';
import { keepSecrets } from '../supervisor/secrets/secrets.js';
import { DeskFailure } from './desk-failure.js';
import { postgresPort } from './postgres-port.js';

/** The desk that questions about its record go to: the one of the environment, or the one in the data folder. */
export class DeskHouse {
  readonly #environment: NodeJS.ProcessEnv;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
  }

  /** Where the audit's key and checkpoints are. */
  get auditFiles(): SealerFiles {
    const data = this.#environment['MAYDAY_DATA'] ?? readSettings(this.#environment).data;
    const files = auditFilesOf({ ...this.#environment, MAYDAY_DATA: data });
    if (!files) throw new DeskFailure(['AUDIT_KEY and AUDIT_CHECKPOINTS are not set']);
    return files;
  }

  /** Does something with the desk's database and lets go of it. */
  async withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const db = openDatabase(this.#databaseUrl(), 4);
    try {
      return await work(db);
    } catch (error) {
      if (isUnreachable(error)) throw new DeskFailure(['the desk’s database does not answer']);
      throw error;
    } finally {
      await db.destroy();
    }
  }

  #databaseUrl(): string {
    const given = this.#environment['DATABASE_URL'];
    if (given !== undefined) return given;
    const { data } = readSettings(this.#environment);
    if (!existsSync(join(data, 'secrets.json'))) {
      throw new DeskFailure([`DATABASE_URL is not set, and there is no desk in ${data}`]);
    }
    const secrets = keepSecrets(data);
    return appUrl({
      superUrl: '',
      port: postgresPort(this.#environment),
      ownerPassword: secrets.DATABASE_OWNER_PASSWORD,
      appPassword: secrets.DATABASE_APP_PASSWORD,
    });
  }
}

function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND';
}
