import { installPackages } from './setup/install-packages.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';

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
await import('../build/deploy/demo-user/main.js');
