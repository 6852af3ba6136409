import { installPackages } from './setup/install-packages.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';

// node deploy/bench.mjs [ID…] [--quick]: sets everything up and measures the named goals, all without any.
await installPackages();
await continueUnderProjectNode();

const { build } = await import('./setup/build.mjs');
const { runHere } = await import('./setup/run.mjs');
await build();
process.exit(await runHere(process.execPath, ['build/bench/main.js', ...process.argv.slice(2)]));
