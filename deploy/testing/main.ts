import { getTestTools } from '../supervisor/getting/test-tools.js';
import { HouseProblems } from '../supervisor/house-problems.js';
import { terminalProgress } from '../supervisor/terminal-progress.js';
import { hasConsole, runConsoleSuite } from './console-suite.js';
import { sum, type Counts } from './counts.js';
import { runSuite } from './run-suite.js';
import { startSharedParts } from './shared-parts.js';
import { findSuites, isPure, type Suite } from './suites.js';

const noDesktop = new Set(['workflows', 'policies', 'activities', 'api']);

/** Runs the specs below the given path prefixes (all without any); the last line is "N passed, N failed". */
async function main(prefixes: readonly string[]): Promise<void> {
  const suites = findSuites(prefixes);
  await bringTools(suites, prefixes);
  const results = [...buildFailures(), ...(await runPure(suites)), ...(await runRest(suites))];
  if (wantsConsole(prefixes)) results.push(await runConsoleSuite());
  if (results.length === 0) console.log(`No spec below ${prefixes.join(', ')}.`);
  const { passed, failed } = sum(results);
  const ok = failed === 0 && results.length > 0;
  console.log(`${passed} passed, ${ok ? 0 : Math.max(1, failed)} failed`);
  process.exit(ok ? 0 : 1);
}

/** Rules and policy need no desktop; everything else may. */
async function bringTools(suites: readonly Suite[], prefixes: readonly string[]): Promise<void> {
  const needed = wantsConsole(prefixes) || suites.some(({ name }) => !noDesktop.has(name));
  const missing = needed ? await getTestTools(terminalProgress) : undefined;
  if (missing !== undefined) throw new HouseProblems([missing]);
}

function buildFailures(): Counts[] {
  const failed = Number(process.env['MAYDAY_BUILD_FAILURES'] ?? 0);
  return failed === 0 ? [] : [{ passed: 0, failed }];
}

async function runPure(suites: readonly Suite[]): Promise<Counts[]> {
  return runInTurn(suites.filter(isPure), {});
}

async function runRest(suites: readonly Suite[]): Promise<Counts[]> {
  const rest = suites.filter((suite) => !isPure(suite));
  if (rest.length === 0) return [];
  const parts = await startSharedParts(terminalProgress);
  try {
    return await runInTurn(rest, parts.environment);
  } finally {
    await parts.stop();
  }
}

async function runInTurn(
  suites: readonly Suite[],
  environment: Readonly<Record<string, string>>,
): Promise<Counts[]> {
  const results: Counts[] = [];
  for (const suite of suites) results.push(await runSuite(suite, environment));
  return results;
}

function wantsConsole(prefixes: readonly string[]): boolean {
  if (!hasConsole()) return false;
  return prefixes.length === 0 || prefixes.some((prefix) => prefix.startsWith('console'));
}

try {
  await main(process.argv.slice(2).map((path) => path.replace(/^(\.\/)?(build\/)?/, '')));
} catch (error) {
  const lines = error instanceof HouseProblems ? error.problems : [String(error)];
  for (const line of lines) console.error(`- ${line}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
