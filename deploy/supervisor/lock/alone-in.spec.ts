import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { until } from '../until.js';
import { aloneIn } from './alone-in.mjs';

const program = pathToFileURL(join(import.meta.dirname, 'alone-in.mjs')).href;

describe('What changes a clone', () => {
  let clone: string;
  let file: string;
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'mayday-clone-'));
    file = join(clone, 'build/.lock');
    lines.length = 0;
  });
  afterEach(() => {
    rmSync(clone, { recursive: true });
  });

  /** Another start of the clone, which holds the lock until its standard input ends. */
  async function another() {
    const held = "console.log('held'); await once(process.stdin.resume(), 'end');";
    const code = `import { once } from 'node:events';
      import { aloneIn } from ${JSON.stringify(program)};
      await aloneIn(${JSON.stringify(clone)}, async () => { ${held} });`;
    const child = execFile(process.execPath, ['--input-type=module', '-e', code]);
    if (child.stdout) await once(child.stdout, 'data');
    return child;
  }

  it('is done by one process at a time; who waits says for whom, and goes on', async () => {
    const other = await another();
    let isDone = false;
    const ours = aloneIn(clone, () => Promise.resolve((isDone = true)), say);
    await until('it is said', () => lines.length > 0);
    expect(lines).toEqual([
      `  Another start of this clone is building (process ${other.pid}); waiting …`,
    ]);
    expect(isDone).toBeFalse();
    other.stdin?.end();
    await ours;
    expect(isDone).toBeTrue();
    expect(lines).toHaveSize(1);
    expect(existsSync(file)).toBeFalse();
  });

  it('is taken over from a process that was killed', async () => {
    const other = await another();
    const ended = once(other, 'exit');
    other.kill('SIGKILL');
    await ended;
    expect(existsSync(file)).toBeTrue();
    expect(await aloneIn(clone, () => Promise.resolve('built'), say)).toBe('built');
    expect(lines).toEqual([]);
  });

  it('is taken over where the lock is nothing that a start wrote', async () => {
    mkdirSync(join(clone, 'build'));
    writeFileSync(file, '');
    expect(await aloneIn(clone, () => Promise.resolve('built'), say)).toBe('built');
  });

  it('is open to the next when it failed', async () => {
    const failing = aloneIn(clone, () => Promise.reject(new Error('It does not compile.')), say);
    await expectAsync(failing).toBeRejectedWithError('It does not compile.');
    expect(existsSync(file)).toBeFalse();
  });

  it('holds the id and the start of the process while it lasts', async () => {
    const held = await aloneIn(clone, () => Promise.resolve(readFileSync(file, 'utf8')), say);
    expect(JSON.parse(held)).toEqual(jasmine.objectContaining({ pid: process.pid }));
  });
});
