import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlreadyRunning, HouseLock } from './lock.js';
import { startOf } from './process-start.mjs';

describe('The lock of a data folder', () => {
  let data: string;
  let orphan: ChildProcess;

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'mayday-lock-'));
    orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(orphan, 'spawn');
  });

  afterEach(() => {
    orphan.kill('SIGKILL');
    rmSync(data, { recursive: true });
  });

  it('is taken by one house at a time', async () => {
    const lock = await HouseLock.take(data);
    await expectAsync(HouseLock.take(data)).toBeRejectedWithError(AlreadyRunning, /already runs/);
    lock.release();
    await expectAsync(HouseLock.take(data)).toBeResolved();
  });

  it('of a supervisor that was killed ends what it left running', async () => {
    leave({ pid: 999_999_999, start: '1' }, remembered(orphan));
    const ended = once(orphan, 'exit');
    await HouseLock.take(data);
    expect(await ended).toEqual([null, 'SIGQUIT']);
  });

  it('never ends a process that only has the same id', async () => {
    const stranger = { ...remembered(orphan), start: 'another time' };
    leave({ pid: 999_999_999, start: '1' }, stranger);
    await HouseLock.take(data);
    expect(orphan.signalCode).toBeNull();
    expect(orphan.kill(0)).toBeTrue();
  });

  it('is taken when its file was cut off', async () => {
    writeFileSync(join(data, 'house.lock'), '[{"pid": 1');
    await expectAsync(HouseLock.take(data)).toBeResolved();
  });

  function leave(...processes: { pid: number; start: string }[]): void {
    writeFileSync(join(data, 'house.lock'), JSON.stringify(processes));
  }
});

function remembered({ pid = 0 }: ChildProcess) {
  return { pid, start: startOf(pid) };
}
