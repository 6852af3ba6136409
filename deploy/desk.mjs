import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './setup/build.mjs';
import { installPackages } from './setup/install-packages.mjs';
import { project } from './setup/project.mjs';

const main = join(project, 'build/deploy/desk/main.js');
const projectNode = join(project, 'node_modules/.bin/node');

await setUp();
await run();

/** What set-up has to say goes to the error stream: the output carries the answer and nothing else. */
async function setUp() {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    await installPackages();
    await compile(['deploy/desk']);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  } finally {
    process.stdout.write = write;
  }
}

/** In this process where its Node will do, so that asking is quick; else under the project's own. */
async function run() {
  if (Number(process.versions.node.split('.')[0]) >= 24 || !existsSync(projectNode)) {
    await import(main);
    return;
  }
  const ended = spawnSync(projectNode, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = ended.status ?? 1;
}
