import { join } from 'node:path';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { ReadyProcess } from '../ready-process.js';
import { bareQueue } from './bare-queue.js';
import { bare } from './bare-workflow.js';

/** Workflows that do nothing, with a worker of their own, beside a house's. */
export interface BareWorkflows {
  /** The worker's process. */
  readonly pid: number;
  /** Starts one that ends when so many Updates were recorded; without that it stays. */
  start(updates?: number): Promise<WorkflowHandle<typeof bare>>;
  close(): Promise<void>;
}

/** Starts the worker and waits until it works. */
export async function bareWorkflows(client: Client, address: string): Promise<BareWorkflows> {
  const program = join(import.meta.dirname, 'bare-worker-process.js');
  const worker = await ReadyProcess.start(program, [address]);
  let count = 0;
  return {
    pid: worker.pid,
    start: (updates) => {
      count += 1;
      const args: [] | [number] = updates === undefined ? [] : [updates];
      const workflowId = `bare-${count}`;
      return client.workflow.start(bare, { taskQueue: bareQueue, workflowId, args });
    },
    close: () => worker.close(),
  };
}
