import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portInUse } from './port-in-use.js';

describe('The port of a data folder’s Postgres', () => {
  let data: string;
  let cluster: string;

  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'mayday-port-'));
    cluster = join(data, 'postgres', 'cluster');
    mkdirSync(cluster, { recursive: true });
  });

  afterEach(() => {
    rmSync(data, { recursive: true });
  });

  /** What Postgres writes down: its process, its folder, when it started, its port, and more. */
  function written(pid: number): void {
    writeFileSync(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n1795763012\n5499\n\n`);
  }

  it('is the one that it wrote down', () => {
    written(process.pid);
    expect(portInUse(data)).toBe(5499);
  });

  it('is none where it does not run, also where it was killed', () => {
    expect(portInUse(data)).toBeNull();
    written(spawnSync('true').pid);
    expect(portInUse(data)).toBeNull();
  });
});
