import { execFile } from 'node:child_process';
import { existsSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { baseEnvironment } from '../base-environment.js';
import type { PostgresPrograms } from '../getting/postgres.js';
import type { PartPlan, SystemUser } from '../part.js';

/** What an embedded Postgres needs to know. */
export interface PostgresSetting {
  readonly programs: PostgresPrograms;
  /** A folder that only Postgres's user can look into. */
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly user: SystemUser | undefined;
  readonly logFile: string;
  /** Throwaway data may be lost with the machine, but not with a process, and is faster for it. */
  readonly throwaway: boolean;
}

/** The plan for an embedded Postgres on loopback, its cluster made first if there is none. */
export async function planPostgres(setting: PostgresSetting): Promise<PartPlan> {
  const { programs, folder, port, password, user, logFile } = setting;
  const cluster = join(folder, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(setting, cluster);
  return {
    name: 'postgres',
    command: programs.postgres,
    args: ['-D', cluster, ...flags(setting)],
    environment: baseEnvironment(),
    user,
    folder,
    logFile,
    stopSignal: 'SIGINT',
    stopWithin: 8_000,
    readyWithin: 60_000,
    isReady: () => answers(superUrl(port, password)),
  };
}

/** The URL of the embedded server's superuser, who makes the desk's database and roles. */
export function superUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

function flags({ port, throwaway }: PostgresSetting): string[] {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(throwaway ? ['fsync=off'] : []),
  ];
  return settings.flatMap((setting) => ['-c', setting]);
}

async function makeCluster(
  { programs, password, user }: PostgresSetting,
  cluster: string,
): Promise<void> {
  const secretFolder = mkdtempSync(join(tmpdir(), 'mayday-initdb-'));
  const passwordFile = join(secretFolder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) {
    for (const path of [secretFolder, passwordFile]) chownSync(path, user.uid, user.gid);
  }
  try {
    await promisify(execFile)(programs.initdb, initdbFlags(cluster, passwordFile), {
      env: baseEnvironment(),
      cwd: '/',
      ...user,
    });
  } catch (error) {
    rmSync(cluster, { recursive: true, force: true }); // Half a cluster would be taken for a whole one.
    throw error;
  } finally {
    rmSync(secretFolder, { recursive: true });
  }
}

function initdbFlags(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--data-checksums',
  ];
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // The server may go while we ask: that is a "no", not a crash.
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false; // Not started yet, or still recovering.
  } finally {
    await client.end();
  }
}
