import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findProgram } from '../supervisor/getting/find-program.mjs';
import { project } from '../supervisor/places.js';
import type { Counts } from './counts.js';
import { report } from './run-suite.js';

/** Whether the console and its specs are there to be run. */
export function hasConsole(): boolean {
  return existsSync(join(project, 'angular.json'));
}

/** Runs the console's specs once in a headless Chromium. */
export async function runConsoleSuite(): Promise<Counts> {
  const began = performance.now();
  const child = spawn(join(project, 'node_modules/.bin/ng'), ['test', '--watch=false'], {
    cwd: project,
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', CHROME_BIN: chromium() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const end: unknown[] = await once(child, 'close');
  const counts = countsOf(output, end[0] === 0);
  if (counts.failed > 0) console.log(output);
  report('console', counts, performance.now() - began);
  return counts;
}

/** Karma's last line reads "Executed 12 of 13 (1 FAILED) (skipped 1)" or "Executed 12 of 12 SUCCESS". */
export function countsOf(output: string, endedWell: boolean): Counts {
  const plain = stripVTControlCharacters(output);
  const last = [...plain.matchAll(/Executed (\d+) of \d+(?: \((\d+) FAILED\))?/g)].at(-1);
  const ran = Number(last?.[1] ?? 0);
  const failed = Number(last?.[2] ?? 0);
  const crashed = ran === 0 || (!endedWell && failed === 0);
  return { passed: ran - failed, failed: crashed ? failed + 1 : failed };
}

function chromium(): string {
  const known = ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram);
  return known.find((path) => path !== undefined) ?? 'chromium';
}
