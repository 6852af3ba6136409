import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { project } from './project.mjs';
import { run } from './run.mjs';

const lockfile = join(project, 'package-lock.json');
const installed = join(project, 'node_modules/.package-lock.json');
const stamp = join(project, 'node_modules/.mayday-lock');

/** Installs the locked packages, unless what is installed is already what the lockfile says. */
export async function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!matchesLockfile()) await install();
  writeFileSync(stamp, wanted);
}

/** A fresh clone gets exactly the lockfile; a changed lockfile changes only what differs. */
async function install() {
  const fresh = !existsSync(installed);
  const title = fresh ? 'Installing the locked packages' : 'Bringing the packages up to date';
  await step(title, () => run('npm', [fresh ? 'ci' : 'install', '--no-audit', '--no-fund']));
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
