import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../supervisor/places.js';
import { parseCounts, type Counts } from './counts.js';
import type { Suite } from './suites.js';

const runner = join(import.meta.dirname, 'run-specs.js');
const longest = 15 * 60_000;

/** Runs a suite in a process of its own; a suite that crashes, hangs or runs nothing counts as one failure. */
export async function runSuite(suite: Suite, environment: NodeJS.ProcessEnv): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'mayday-suite-'));
  const resultFile = join(folder, 'counts.json');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', runner, resultFile, ...suite.files],
    { cwd: project, env: { ...process.env, ...environment }, stdio: 'inherit' },
  );
  const patience = setTimeout(() => child.kill('SIGKILL'), longest);
  const end: unknown[] = await once(child, 'exit');
  clearTimeout(patience);
  const counts = judge(readCounts(resultFile), end.join(' ').trim());
  rmSync(folder, { recursive: true });
  report(suite.name, counts, performance.now() - began);
  return counts;
}

/** Tells one line for a suite. */
export function report(name: string, { passed, failed }: Counts, milliseconds: number): void {
  const took = (milliseconds / 1000).toFixed(1);
  console.log(`${name}: ${passed} passed, ${failed} failed (${took} s)`);
}

function judge(counts: Counts | undefined, end: string): Counts {
  if (counts === undefined) {
    console.log(`  FAILED: the suite did not finish (${end})`);
    return { passed: 0, failed: 1 };
  }
  if (counts.passed + counts.failed > 0) return counts;
  console.log('  FAILED: no spec ran');
  return { passed: 0, failed: 1 };
}

function readCounts(file: string): Counts | undefined {
  try {
    return parseCounts(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // The process ended before it could write.
  }
}
