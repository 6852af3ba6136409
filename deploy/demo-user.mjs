import { join } from 'node:path';
import { installPackages } from './setup/install-packages.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';
import { project } from './setup/project.mjs';
import { runApart } from './setup/run.mjs';

// npm run demo:user [LINK]: a second desktop, whose user follows a link with the helper, until Ctrl-C.
try {
  await installPackages();
  await continueUnderProjectNode();
  const { build } = await import('./setup/build.mjs');
  await build(['code', 'helper']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
// Ctrl-C must not end the displays before the programs on them.
const main = join(project, 'build/deploy/demo-user/main.js');
process.exitCode = await runApart(process.execPath, [main, ...process.argv.slice(2)]);
