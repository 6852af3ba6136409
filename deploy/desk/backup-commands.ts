import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { backUp } from '../supervisor/backup/back-up.js';
import { NotRestorableError, restore } from '../supervisor/backup/restore.js';
import { superUrl } from '../supervisor/parts/postgres.js';
import { readSettings } from '../supervisor/settings/read-settings.js';
import { keepSecrets } from '../supervisor/secrets/secrets.js';
import { DeskFailure } from './desk-failure.js';
import { postgresPort } from './postgres-port.js';
import type { Surroundings } from './surroundings.js';

/** Adds the backing up of a desk that runs on this machine, and the way back. */
export function addBackupCommands(program: Command, surroundings: Surroundings): void {
  const { base, print, environment } = surroundings;
  program
    .command('backup <directory>')
    .description('copies a running desk’s record, keys and checkpoints into a new folder')
    .action(async (directory: string) => {
      const { data } = readSettings(environment);
      const { POSTGRES_PASSWORD: password } = keepSecrets(data);
      const source = { data, superUrl: superUrl(postgresPort(environment), password) };
      await backUp(source, resolve(base, directory)).catch(asFailure);
      print(`${directory}: a backup of ${data}; keep it where only you can read it\n`);
    });
  program
    .command('restore <directory>')
    .description('makes the data folder of a desk out of a backup; start the desk afterwards')
    .action((directory: string) => {
      const { data } = readSettings(environment);
      try {
        restore(resolve(base, directory), data, print);
      } catch (error) {
        asFailure(error);
      }
      print(
        `${data}: restored. Start the desk; with newer checkpoints (${join(data, 'audit-checkpoints.jsonl')}) run: desk audit restored\n`,
      );
    });
}

function asFailure(error: unknown): never {
  if (error instanceof NotRestorableError) throw new DeskFailure([error.message]);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST') throw new DeskFailure(['the folder is there already: name a new one']);
  if (code === 'ECONNREFUSED') throw new DeskFailure(['the desk’s database does not answer']);
  throw error;
}
