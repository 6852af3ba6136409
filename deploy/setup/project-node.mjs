import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { project } from './project.mjs';
import { runHere } from './run.mjs';

const projectNode = join(project, 'node_modules/.bin/node');

const tooOld =
  `Node ${process.versions.node} is too old and no Node 24 package exists for this system: ` +
  'install Node 24 or later and start again.';

/** Starts the running script again under the project's own Node when this one is older, and ends with its code. */
export async function continueUnderProjectNode() {
  // Programs of packages begin with "env node" and must find this one too.
  process.env.PATH = `${join(project, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  if (major(process.versions.node) >= 24) return;
  if (!existsSync(projectNode)) {
    console.error(tooOld);
    process.exit(1);
  }
  process.exit(await runHere(projectNode, process.argv.slice(1)));
}

/** A sentence when this Node is too old and the packages bring none for this system, or nothing. */
export function nodeProblems() {
  if (major(process.versions.node) >= 24 || existsSync(projectNode)) return [];
  const { optionalDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const system = `-${process.platform.replace('win32', 'win')}-${process.arch}`;
  const isBrought = Object.keys(optionalDependencies).some((name) => name.endsWith(system));
  return isBrought ? [] : [tooOld];
}

function major(version) {
  return Number(version.split('.')[0]);
}
