import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlreadyRunning, HouseLock } from './lock.js';
import { startOf } from './process-start.js';

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

  it('is taken by one house at a time', () => {
    const lock = HouseLock.take(data);
    expect(() => HouseLock.take(data)).toThrowError(AlreadyRunning, /already runs/);
    lock.release();
    expect(() => HouseLock.take(data)).not.toThrow();
  });

  it('of a supervisor that was killed ends what it left running', async () => {
    leave({ pid: 999_999_999, start: '1' }, remembered(orphan));
    const ended = once(orphan, 'exit');
    HouseLock.take(data);
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('never ends a process that only has the same id', () => {
    const stranger = { ...remembered(orphan), start: 'another time' };
    leave({ pid: 999_999_999, start: '1' }, stranger);
    HouseLock.take(data);
    expect(orphan.signalCode).toBeNull();
    expect(orphan.kill(0)).toBeTrue();
  });

  it('is taken when its file was cut off', () => {
    writeFileSync(join(data, 'house.lock'), '[{"pid": 1');
    expect(() => HouseLock.take(data)).not.toThrow();
  });

  function leave(...processes: { pid: number; start: string }[]): void {
    writeFileSync(join(data, 'house.lock'), JSON.stringify(processes));
  }
});

function remembered({ pid = 0 }: ChildProcess) {
  return { pid, start: startOf(pid) };
}
