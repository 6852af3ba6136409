import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** What is backed up: a desk's data folder, and the Postgres in it by its superuser's address. */
export interface BackupSource {
  readonly data: string;
  readonly superUrl: string;
}

/** What of a data folder is no part of a backup: Temporal's file is made again from the record, logs and locks are of their day. */
const left = /^(postgres|temporal|janus|logs|house\.lock)/;

/** What Postgres makes again, and what belongs to the running server alone. */
const emptied = ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots'];
const running = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*)$/;

/**
 * Backs a running desk up into a new folder: the files that are kept beside the database first, so that no
 * checkpoint of the log in them is ahead of it, then the database as Postgres lets one copy it while it works.
 * What fails leaves no folder behind: half a backup would be taken for one.
 */
export async function backUp({ data, superUrl }: BackupSource, to: string): Promise<void> {
  mkdirSync(to, { recursive: false, mode: 0o700 });
  try {
    for (const name of readdirSync(data)) {
      if (!left.test(name)) cpSync(join(data, name), join(to, name), { recursive: true });
    }
    await backUpPostgres(superUrl, join(to, 'cluster'));
  } catch (error) {
    rmSync(to, { recursive: true, force: true });
    throw error;
  }
}

/** Copies the files of a running Postgres, with all that it needs to come to one instant by itself. */
export async function backUpPostgres(superUrl: string, to: string): Promise<void> {
  const client = new Client({ connectionString: superUrl, application_name: 'mayday-backup' });
  await client.connect();
  try {
    const cluster = await textOf(client, 'show data_directory');
    // The slot goes with the connection; as long as it is there no log is thrown away.
    await client.query(
      `select pg_create_physical_replication_slot('mayday_backup_' || pg_backend_pid(), true, true)`,
    );
    const start = await textOf(client, `select pg_walfile_name(pg_backup_start('mayday', true))`);
    copyCluster(cluster, to);
    const end = await client.query<{ lsn: string; labelfile: string }>(
      'select lsn, labelfile from pg_backup_stop(wait_for_archive => false)',
    );
    const [{ lsn, labelfile } = { lsn: '', labelfile: '' }] = end.rows;
    writeFileSync(join(to, 'backup_label'), labelfile);
    const last = await textOf(client, 'select pg_walfile_name($1::pg_lsn)', [lsn]);
    copyLogs(join(cluster, 'pg_wal'), join(to, 'pg_wal'), start, last);
  } finally {
    await client.end();
  }
}

async function textOf(client: Client, statement: string, values: string[] = []): Promise<string> {
  const { rows } = await client.query<[string]>({ text: statement, values, rowMode: 'array' });
  return rows[0]?.[0] ?? '';
}

function copyCluster(cluster: string, to: string): void {
  mkdirSync(to, { mode: 0o700 });
  for (const entry of readdirSync(cluster, { withFileTypes: true })) {
    if (running.test(entry.name)) continue;
    const [source, target] = [join(cluster, entry.name), join(to, entry.name)];
    if (emptied.includes(entry.name)) mkdirSync(target, { mode: 0o700 });
    else if (entry.isDirectory()) copyCluster(source, target);
    else copyIfThere(source, target);
  }
}

/** A table that is dropped while it is copied is in the log, and so is that it was dropped. */
function copyIfThere(source: string, target: string): void {
  try {
    copyFileSync(source, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** The logs from the backup's beginning to its end; their names stand in their order. */
function copyLogs(from: string, to: string, start: string, last: string): void {
  for (const name of readdirSync(from)) {
    if (/^[0-9A-F]{24}$/.test(name) && name >= start && name <= last) {
      copyFileSync(join(from, name), join(to, name));
    }
  }
}
