import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** The TypeScript projects, out of those that the root names, that hold the specs of these prefixes. */
function projectsOf(prefixes) {
  const { references } = JSON.parse(readFileSync(join(project, 'tsconfig.json'), 'utf8'));
  const paths = prefixes
    .map((path) => path.replace(/^(\.\/)?(build\/)?/, ''))
    .filter((path) => !/^deploy\/(supervisor|testing)/.test(path));
  return references
    .map(({ path }) => path)
    .filter((reference) => {
      const folder = reference.endsWith('.json') ? dirname(reference) : reference;
      return paths.some((path) => path.startsWith(folder) || folder.startsWith(path));
    });
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
