import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PartFailed, type PartPlan } from './part.js';
import { SupervisedPart } from './supervised-part.js';
import { until } from './until.js';

describe('A supervised part', () => {
  let folder: string;
  let news: string[];
  let part: SupervisedPart | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-part-'));
    news = [];
  });

  afterEach(async () => {
    await part?.stop();
    part = undefined;
    rmSync(folder, { recursive: true });
  });

  it('is ready when its probe says so, not before', async () => {
    part = supervise(program('setInterval(() => {}, 1000); touch()'));
    const started = part.start();
    expect(part.state).toBe('starting');
    await started;
    expect(part.state).toBe('ready');
  });

  it('fails with the end of its log when it ends before it is ready', async () => {
    const broken = supervise(program('console.error("no disk"); process.exit(3)'));
    await expectAsync(broken.start()).toBeRejectedWithError(PartFailed, /no disk/);
  });

  it('is tried as often as its plan says before it counts as failed', async () => {
    const first = join(folder, 'first');
    const once = `if (!fs.existsSync(${JSON.stringify(first)})) {
      fs.writeFileSync(${JSON.stringify(first)}, ''); process.exit(3);
    } touch(); setInterval(() => {}, 1000);`;
    part = supervise({
      ...program(`const fs = process.getBuiltinModule('fs'); ${once}`),
      tries: 2,
    });
    await part.start();
    expect([part.state, part.restarts]).toEqual(['ready', 0]);
    const broken = supervise({ ...program('process.exit(3)'), tries: 2 });
    await expectAsync(broken.start()).toBeRejectedWithError(PartFailed);
  });

  it('fails when it is not ready in time', async () => {
    const slow = supervise({ ...program('setInterval(() => {}, 1000)'), readyWithin: 300 });
    await expectAsync(slow.start()).toBeRejectedWithError(PartFailed, /not within/);
    expect(slow.pid).toBeUndefined();
  });

  it('comes back when it ends by itself, and says so', async () => {
    part = supervise(program('touch(); setTimeout(() => process.exit(1), 200)'));
    await part.start();
    const { pid } = part;
    await until('another process', () => part?.state === 'ready' && part.pid !== pid);
    expect(part.restarts).toBeGreaterThan(0);
    expect(news[0]).toContain('ended (1); starting it again');
  });

  it('is asked to end, and forced when it does not listen', async () => {
    const deaf = supervise({
      ...program('process.on("SIGTERM", () => {}); touch(); setInterval(() => {}, 1000)'),
      stopWithin: 200,
    });
    await deaf.start();
    await deaf.stop();
    expect(deaf.pid).toBeUndefined();
    expect(deaf.state).toBe('stopped');
  });

  it('stays down once it is stopped', async () => {
    const stopped = supervise(program('touch(); setInterval(() => {}, 1000)'));
    await stopped.start();
    await stopped.stop();
    expect(stopped.restarts).toBe(0);
    expect(news).toEqual([]);
  });

  it('writes what the process says to its log and to nowhere else', async () => {
    part = supervise(program('console.log("hello"); touch(); setInterval(() => {}, 1000)'));
    await part.start();
    expect(readFileSync(join(folder, 'api.log'), 'utf8')).toContain('hello');
  });

  /** A Node program that can `touch()` the file which its probe looks for; each life makes its own. */
  function program(source: string): PartPlan {
    const sign = join(folder, 'sign-');
    const touch = `const touch = () => require("node:fs").writeFileSync(${JSON.stringify(sign)} + process.pid, "");`;
    return {
      name: 'api',
      command: process.execPath,
      args: ['-e', `${touch} ${source}`],
      environment: {},
      logFile: join(folder, 'api.log'),
      stopSignal: 'SIGTERM',
      stopWithin: 5_000,
      readyWithin: 10_000,
      isReady: (pid) => Promise.resolve(existsSync(`${sign}${pid}`)),
    };
  }

  function supervise(plan: PartPlan): SupervisedPart {
    return new SupervisedPart(plan, (line) => news.push(line));
  }
});
