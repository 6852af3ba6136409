import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../deploy/supervisor/places.js';
import { readChoices, type Asked } from './choices.js';
import { goals } from './goals.js';
import { load, thisMachine } from './measure/machine.js';
import { waitForQuiet } from './measure/quiet.js';
import type { Detail, Finding, Result } from './measure/result.js';
import { recordResults } from './measure/results-file.js';
import { withResults } from './measure/results-table.js';
import type { Measurement } from './measurement.js';

const folder = join(project, 'bench');
const readme = join(folder, 'README.md');

/** Measures the goals that are asked for, prints what was found and records it; answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const asked = readChoices(words);
  let failed = 0;
  for (const goal of chosen(asked.ids)) {
    if (!(await measureAndRecord(goal, asked))) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

function chosen(ids: readonly string[]): readonly Measurement[] {
  const isAsked = ({ id }: Measurement) => ids.includes(id.toUpperCase());
  const unknown = ids.filter((id) => !goals.some((goal) => goal.id.toUpperCase() === id));
  if (unknown.length > 0) {
    const known = goals.map(({ id }) => id).join(', ');
    throw new Error(`There is no measurement of ${unknown.join(', ')}; there is ${known}.`);
  }
  return goals.filter((goal) => (ids.length === 0 ? goal.onlyByName !== true : isAsked(goal)));
}

/** One goal that cannot be measured, for whatever reason, says so and leaves the others their turn. */
async function measureAndRecord(goal: Measurement, asked: Asked): Promise<boolean> {
  console.log(`${goal.id}  ${goal.what}`);
  try {
    if (asked.waitForQuiet) await waitForQuiet();
    const loadBefore = load();
    const results = (await goal.measure(asked.choices)).map((finding) =>
      resultOf(finding, commandOf(goal, asked), loadBefore),
    );
    for (const result of results) print(result);
    if (!asked.choices.quick) record(results);
    return true;
  } catch (error) {
    console.error(`  ${goal.id} was not measured: ${String(error)}`);
    return false;
  }
}

function commandOf({ id }: Measurement, { options }: Asked): string {
  return ['npm run bench --', id, ...options].join(' ');
}

function resultOf(finding: Finding, command: string, loadBefore: number): Result {
  return {
    ...finding,
    command,
    day: new Date().toISOString().slice(0, 10),
    machine: thisMachine(),
    loadBefore,
  };
}

function record(results: readonly Result[]): void {
  const all = recordResults(join(folder, 'results.json'), results);
  writeFileSync(readme, withResults(readFileSync(readme, 'utf8'), all));
}

function print({ id, figure, goal, verdict, command, details }: Result): void {
  console.log(`  ${id}: ${figure}; goal ${goal}: ${verdict}  (${command})`);
  for (const detail of details) printDetail(detail);
}

function printDetail({ title, columns, rows }: Detail): void {
  console.log(`    ${title}`);
  for (const row of [columns, ...rows]) console.log(`      ${row.join(' | ')}`);
}

// A house ends with the process that started it, which a signal by itself would not tell.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
