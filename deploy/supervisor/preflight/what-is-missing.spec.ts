import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../places.js';
import { freePorts } from '../settings/ports.js';
import { startOf } from '../lock/process-start.mjs';
import { whatIsMissing } from './what-is-missing.mjs';

const offline = () => Promise.resolve(false);
const online = () => Promise.resolve(true);

describe('What is missing before anything is built', () => {
  const path = process.env['PATH'];
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  let other: Server;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-missing-'));
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const ports = await freePorts();
    environment = {
      MAYDAY_DATA: join(folder, 'data'),
      MAYDAY_CACHE: join(folder, 'cache'),
      PORT: String(ports.api),
      TEMPORAL_PORT: String(ports.temporal),
      POSTGRES_PORT: String(ports.postgres),
      JANUS_PORT: String(ports.janus),
      TEMPORAL_ADDRESS: 'temporal:7233',
      JANUS_URL: 'ws://relay',
      JANUS_TOKEN_SECRET: 'a secret',
      JANUS_ADMIN_KEY: 'a key',
    };
  });

  afterEach(() => {
    process.env['PATH'] = path;
    other.close();
    rmSync(folder, { recursive: true });
  });

  it('is nothing where everything is here or can be had, and looking changes nothing', async () => {
    expect(await missing()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is every port that another program has, with the variable that chooses another', async () => {
    const port = portOf(other);
    const found = await missing({ PORT: port, POSTGRES_PORT: port });
    expect(found).toEqual([
      jasmine.stringMatching(`Port ${port}, meant for api, .* PORT`),
      jasmine.stringMatching(`Port ${port}, meant for postgres, .* POSTGRES_PORT`),
    ]);
  });

  it('is a Temporal that is not here, cannot be downloaded and cannot be built without Go', async () => {
    process.env['PATH'] = folder;
    const found = await missing({ TEMPORAL_ADDRESS: undefined });
    expect(found).toEqual([jasmine.stringMatching(/no Temporal server.*Install Go/)]);
  });

  it('is no Temporal that can be downloaded, built with Go or found in the cache', async () => {
    process.env['PATH'] = folder;
    expect(await missing({ TEMPORAL_ADDRESS: undefined }, online)).toEqual([]);
    writeFileSync(join(folder, 'go'), '', { mode: 0o755 });
    expect(await missing({ TEMPORAL_ADDRESS: undefined })).toEqual([]);
    rmSync(join(folder, 'go'));
    mkdirSync(join(folder, 'cache/temporal-1.5.1'), { recursive: true });
    writeFileSync(join(folder, 'cache/temporal-1.5.1/temporal'), '', { mode: 0o755 });
    expect(await missing({ TEMPORAL_ADDRESS: undefined })).toEqual([]);
  });

  it('is a folder that cannot be written to', async () => {
    writeFileSync(join(folder, 'file'), '');
    const found = await missing({ MAYDAY_DATA: join(folder, 'file/data') });
    expect(found).toEqual([jasmine.stringMatching(/file\/data, meant for data,.*MAYDAY_DATA/)]);
  });

  it('is the end of the house that already runs with the data, and nothing of its ports', async () => {
    lockedBy({ pid: process.pid, start: startOf(process.pid) });
    const found = await missing({ PORT: portOf(other) });
    expect(found).toEqual([jasmine.stringMatching(`already runs.*process ${process.pid}`)]);
  });

  it('is no port that a killed supervisor left to its parts', async () => {
    lockedBy({ pid: 999_999_999, start: '1' }, { pid: process.pid, start: startOf(process.pid) });
    expect(await missing({ PORT: portOf(other) })).toEqual([]);
  });

  it('ends a fresh clone’s start with one list before anything is installed', async () => {
    const clone = freshClone();
    const wrong = { ...environment, PORT: portOf(other), OIDC_ISSUER: 'https://sign.in' };
    const { code, told } = await start(clone, wrong);
    expect(code).toBe(1);
    expect(told).toMatch(/^Mayday cannot start yet:\n {2}- OIDC_ISSUER.*\n {2}- Port .*\n$/);
    const cloned = ['activities', 'deploy', 'package-lock.json', 'package.json'];
    expect(readdirSync(clone).sort()).toEqual(cloned);
  });

  async function missing(
    changes: NodeJS.ProcessEnv = {},
    isReachable: (url: string) => Promise<boolean> = offline,
  ): Promise<readonly string[]> {
    return whatIsMissing({ ...environment, ...changes }, project, isReachable);
  }

  function lockedBy(...processes: readonly object[]): void {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data/house.lock'), JSON.stringify(processes));
  }

  function freshClone(): string {
    const clone = join(folder, 'clone');
    for (const name of ['deploy', 'activities/settings', 'package.json', 'package-lock.json']) {
      cpSync(join(project, name), join(clone, name), { recursive: true });
    }
    return clone;
  }
});

function portOf(server: Server): string {
  const address = server.address();
  return typeof address === 'object' && address !== null ? String(address.port) : '';
}

function start(
  clone: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly code: unknown; readonly told: string }> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, ['deploy/start.mjs'], { cwd: clone, env }, (error, out, told) => {
      resolve({ code: error?.code ?? 0, told: out + told });
    });
  });
}
