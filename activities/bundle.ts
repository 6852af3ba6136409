import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

// The worker starts from this file at once instead of bundling the workflows anew each time.
const target = fileURLToPath(new URL('../workflows/bundle.js', import.meta.url));
const workflowsPath = fileURLToPath(new URL('../workflows/workflows.js', import.meta.url));

const { code } = await bundleWorkflowCode({ workflowsPath });
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, code);
