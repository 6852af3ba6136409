import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './find-program.mjs';
import { findTemporal, release, temporalFolder } from './known-temporal.mjs';
import type { Progress } from './progress.js';

const run = promisify(execFile);

/** Finds or brings the program `temporal`: on PATH, in the cache, by the SDK's download, or built with Go. Undefined when none of them works here. */
export async function getTemporal(cache: string, progress: Progress): Promise<string | undefined> {
  const known = findTemporal(cache);
  if (known !== undefined) return known;
  const folder = temporalFolder(cache);
  const kept = join(folder, 'temporal');
  mkdirSync(folder, { recursive: true });
  if (await attempt(() => progress('Downloading Temporal', () => download(kept)))) return kept;
  if (findProgram('go') === undefined) return undefined;
  const title = 'Building Temporal with Go (once, about five minutes)';
  return (await attempt(() => progress(title, () => buildWithGo(folder)))) ? kept : undefined;
}

/** Each way may fail where there is no internet; the next one is tried then. */
async function attempt(way: () => Promise<void>): Promise<boolean> {
  try {
    await way();
    return true;
  } catch {
    return false;
  }
}

/** The SDK downloads a server only in order to run it, so it is run once and ended. */
async function download(kept: string): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const downloadDir = `${kept}.download`;
  mkdirSync(downloadDir, { recursive: true });
  try {
    const server = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', downloadDir }, ui: false },
    });
    await server.teardown();
    const [program] = readdirSync(downloadDir);
    if (program === undefined) throw new Error('The download left no program.');
    copyFileSync(join(downloadDir, program), kept);
    chmodSync(kept, 0o755);
  } finally {
    rmSync(downloadDir, { recursive: true, force: true });
  }
}

/** Go's own caches are made beside the result and taken away after: they are ten times its size. */
async function buildWithGo(folder: string): Promise<void> {
  const scratch = join(folder, 'go');
  const environment = {
    ...process.env,
    CGO_ENABLED: '0',
    GOBIN: join(scratch, 'bin'),
    GOCACHE: join(scratch, 'build'),
    GOMODCACHE: join(scratch, 'modules'),
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'auto',
  };
  try {
    await run(
      'go',
      ['install', '-ldflags=-s -w', `github.com/temporalio/cli/cmd/temporal@v${release}`],
      { env: environment, maxBuffer: 64 * 1024 ** 2 },
    );
    copyFileSync(join(scratch, 'bin/temporal'), join(folder, 'temporal'));
  } finally {
    if (existsSync(scratch)) rmSync(scratch, { recursive: true, force: true });
  }
}
