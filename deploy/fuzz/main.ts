import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HouseProblems } from '../supervisor/house-problems.js';
import type { House } from '../supervisor/house.js';
import { cacheFolder } from '../supervisor/settings/cache-folder.mjs';
import { project } from '../supervisor/places.js';
import { startHouse } from '../supervisor/start-house.js';
import { terminalProgress } from '../supervisor/terminal-progress.js';
import { attackers, type Attacker } from './attackers.js';
import { configurationOf } from './configuration.js';
import { setScenery, type Scenery } from './scenery.js';
import { attack, getSchemathesis } from './schemathesis.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    examples: { type: 'string', default: '25' },
    as: { type: 'string', multiple: true, default: [] },
  },
});

/** `npm run fuzz [-- --as NAME… --examples N OPTION…]`: all checks of Schemathesis over openapi.yaml, in the name of everybody there is; answers who found something. */
async function main(): Promise<readonly string[]> {
  const program = await getSchemathesis(cacheFolder(process.env), terminalProgress);
  const house = await terminalProgress('Starting a desk to be attacked', () => startHouse());
  try {
    const scenery = await setScenery(house);
    const all = await attackers(house);
    const chosen = all.filter(({ name }) => values.as.length === 0 || values.as.includes(name));
    const found: string[] = [];
    for (const attacker of chosen) {
      console.log(`\n== as ${attacker.name}`);
      if (!(await attackAs(attacker, { program, house, scenery }))) found.push(attacker.name);
    }
    scenery.close();
    return found;
  } finally {
    await house.stop();
  }
}

interface Attack {
  readonly program: string;
  readonly house: House;
  readonly scenery: Scenery;
}

async function attackAs(attacker: Attacker, { program, house, scenery }: Attack): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'mayday-fuzz-'));
  const configuration = join(folder, 'schemathesis.toml');
  // It holds the attacker's secrets, which are good for this throwaway desk only.
  writeFileSync(configuration, configurationOf(attacker, scenery), { mode: 0o600 });
  try {
    const args = [
      ...['--config-file', configuration, 'run', join(project, 'openapi.yaml')],
      ...['--url', house.url, '--checks', 'all', '--max-examples', values.examples],
      // Whoever signs out can do nothing more: that operation has a spec of its own.
      ...['--exclude-operation-id', 'signOut'],
      ...positionals,
    ];
    return await attack(program, args, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A house ends with the process that started it, which a signal by itself would not tell.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

try {
  const found = await main();
  console.log(
    found.length === 0
      ? '\nNothing was found in anybody’s name.'
      : `\nSomething was found as ${found.join(', ')}.`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof HouseProblems)) throw error;
  for (const problem of error.problems) console.error(`- ${problem}`);
  process.exitCode = 1;
}
