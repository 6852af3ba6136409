import { installPackages } from './setup/install-packages.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';

// npm run fuzz: sets everything up and attacks a throwaway desk with whatever openapi.yaml lets one imagine.
await installPackages();
await continueUnderProjectNode();

const { build } = await import('./setup/build.mjs');
const { runHere } = await import('./setup/run.mjs');
await build(['code', 'bundle']);
process.exit(
  await runHere(process.execPath, ['build/deploy/fuzz/main.js', ...process.argv.slice(2)]),
);
