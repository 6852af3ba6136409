import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { bareQueue } from './bare-queue.js';
import { bare } from './bare-workflow.js';

/** Workflows that do nothing, with a worker of their own, beside a house's. */
export interface BareWorkflows {
  start(): Promise<WorkflowHandle<typeof bare>>;
  close(): Promise<void>;
}

/** Starts the worker and waits until it works. */
export async function bareWorkflows(client: Client, address: string): Promise<BareWorkflows> {
  const worker = fork(join(import.meta.dirname, 'bare-worker-process.js'), [address], {
    silent: true,
  });
  const [word] = (await Promise.race([once(worker, 'message'), once(worker, 'exit')])) as unknown[];
  if (word !== 'ready') throw new Error('The worker of the bare workflows did not start.');
  let count = 0;
  return {
    start: () => {
      count += 1;
      return client.workflow.start(bare, { taskQueue: bareQueue, workflowId: `bare-${count}` });
    },
    close: async () => {
      const ended = once(worker, 'exit');
      worker.disconnect();
      await ended;
    },
  };
}
