import { installPackages } from './setup/install-packages.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';
import { refuseWhatCannotStart } from './setup/refuse-what-cannot-start.mjs';

// npm start: says what is missing; else installs and builds what is not there or not fresh, then runs the desk until Ctrl-C.
await refuseWhatCannotStart();
try {
  await installPackages();
  await continueUnderProjectNode();
  const { build } = await import('./setup/build.mjs');
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import('../build/deploy/supervisor/main.js');
