import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';

/** Longer than the desk waits with what it does after an answer: to start a workflow, to ring for the others. */
const quietMs = 60;

/** Waits until a workflow is there and has nothing to do, so that what comes next does not pay for it. */
export async function comeToRest(temporal: Client, workflowId: string): Promise<void> {
  await pause(quietMs);
  while (await isBusy(temporal, workflowId)) await pause(5);
}

async function isBusy(temporal: Client, workflowId: string): Promise<boolean> {
  const { raw } = await temporal.workflow.getHandle(workflowId).describe();
  return raw.pendingWorkflowTask != null;
}
