import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../supervisor/getting/find-program.mjs';
import type { Progress } from '../supervisor/getting/progress.js';
import { HouseProblems } from '../supervisor/house-problems.js';

const run = promisify(execFile);
const version = '4.32.5';

/** Finds Schemathesis in the cache, or puts it there in a Python environment of its own; throws HouseProblems when it cannot be had. */
export async function getSchemathesis(cache: string, progress: Progress): Promise<string> {
  const folder = join(cache, `schemathesis-${version}`);
  const program = join(folder, 'bin/schemathesis');
  if (existsSync(program)) return program;
  const python = findProgram('python3');
  if (python === undefined) throw new HouseProblems([withoutPython]);
  try {
    await progress(`Installing Schemathesis ${version} into ${folder}`, async () => {
      await run(python, ['-m', 'venv', folder]);
      await run(join(folder, 'bin/pip'), ['install', '-q', `schemathesis==${version}`]);
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true }); // Half an environment would be taken for a whole one.
    throw new HouseProblems([
      `Schemathesis could not be installed: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  return program;
}

const withoutPython =
  'Schemathesis needs Python 3.10 or later with venv: install the packages python3 and python3-venv.';

/** Runs Schemathesis on this terminal, with a folder for what it notes down; answers whether it found nothing. */
export async function attack(
  program: string,
  args: readonly string[],
  folder: string,
): Promise<boolean> {
  const child = spawn(program, args, { stdio: 'inherit', cwd: folder });
  const end: unknown[] = await once(child, 'exit');
  return end[0] === 0;
}
