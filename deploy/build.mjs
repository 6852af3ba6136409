import { installPackages } from './setup/install-packages.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';

// npm run build: installs and builds what is not there or not fresh.
try {
  await installPackages();
  await continueUnderProjectNode();
  const { build } = await import('./setup/build.mjs');
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
