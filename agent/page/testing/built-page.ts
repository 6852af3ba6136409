import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds the page into a folder of its own and answers where; the caller removes it. */
export async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mayday-page-'));
  await promisify(execFile)(process.execPath, ['agent/page/build.mjs', folder]);
  return folder;
}
