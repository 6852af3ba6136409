import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, compile } from './build.mjs';
import { project } from './project.mjs';
import { CommandFailed } from './run.mjs';

const runner = 'deploy/supervisor';

/** Builds what the specs below these prefixes need (everything without any) and answers how many builds failed; what could be built is there all the same. */
export async function buildForTests(prefixes) {
  const whole = prefixes.length === 0 || prefixes.some((path) => path.startsWith('deploy/j'));
  if (!whole) return failuresOf([await compile([runner, ...projectsOf(prefixes)])]);
  const outcomes = [];
  for (const product of ['code', 'bundle', 'page', 'console', 'helper']) {
    outcomes.push(await attempt(product));
  }
  return failuresOf(outcomes);
}

/** The TypeScript projects that hold the specs of these prefixes. */
function projectsOf(prefixes) {
  const folders = prefixes
    .map((path) => path.replace(/^(\.\/)?(build\/)?/, ''))
    .filter((path) => !/^deploy\/(supervisor|testing)/.test(path))
    .map((path) => path.split('/')[0]);
  const known = [...new Set(folders)].filter((folder) =>
    existsSync(join(project, folder, 'tsconfig.json')),
  );
  return known.flatMap((folder) =>
    folder === 'workflows' ? ['workflows', 'workflows/tsconfig.specs.json'] : [folder],
  );
}

async function attempt(product) {
  try {
    await build([product]);
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message); // The runner counts it as a failure and runs what it can.
    return false;
  }
}

function failuresOf(outcomes) {
  return outcomes.filter((content) => !content).length;
}
