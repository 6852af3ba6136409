import { installPackages } from './setup/install-packages.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';

// node deploy/test.mjs [PATH-PREFIX…]: sets everything up and runs the specs below the prefixes, all without any.
await installPackages();
await continueUnderProjectNode();

const { buildForTests } = await import('./setup/build-for-tests.mjs');
const { runHere } = await import('./setup/run.mjs');
const prefixes = process.argv.slice(2);
const failures = await buildForTests(prefixes);
process.exit(
  await runHere(process.execPath, ['build/deploy/testing/main.js', ...prefixes], {
    env: { MAYDAY_BUILD_FAILURES: String(failures) },
  }),
);
