import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aloneIn } from '../supervisor/lock/alone-in.mjs';
import { step } from './progress.mjs';
import { project } from './project.mjs';
import { CommandFailed, run } from './run.mjs';

const lockfile = join(project, 'package-lock.json');
const installed = join(project, 'node_modules/.package-lock.json');
const stamp = join(project, 'node_modules/.mayday-lock');

/** Installs the locked packages, unless what is installed is already what the lockfile says. */
export async function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (isInstalled(wanted)) return;
  await aloneIn(project, async () => {
    if (isInstalled(wanted)) return; // By the start that was waited for.
    if (!matchesLockfile()) await install();
    writeFileSync(stamp, wanted);
  });
}

function isInstalled(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** A fresh clone gets exactly the lockfile; a changed lockfile changes only what differs. */
async function install() {
  if (existsSync(installed)) {
    await step('Bringing the packages up to date', () => npm('install'));
  } else {
    await step('Installing the locked packages', () => npm('ci').catch(installLeniently));
  }
}

/** A registry that lacks optional packages of other systems lets "npm ci" take the lockfile for incomplete; "npm install" takes the same versions from it. */
async function installLeniently(error) {
  if (!(error instanceof CommandFailed) || !error.output.includes('EUSAGE')) throw error;
  await npm('install');
}

function npm(verb) {
  // A caller's "--silent" must not hide why an install fails.
  return run('npm', [verb, '--no-audit', '--no-fund', '--loglevel=error']);
}

function matchesLockfile() {
  if (!existsSync(installed)) return false;
  const have = packagesOf(installed);
  return Object.entries(packagesOf(lockfile)).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = have[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
