import { type WorkflowClient, WorkflowNotFoundError } from '@temporalio/client';
import { signals, workflowIdOf } from '../../workflows/contract.js';
import { type Database, rowsOf } from '../store/database.js';

/**
 * Tells sessions whose promises have a step overdue. Their own timer usually was there first; it
 * cannot know of a turn in the chat, which is written beside the workflow, nor of what was promised
 * before a workflow was started again from its row. Gives how many were told.
 */
export async function sweepClocks(db: Database, client: WorkflowClient): Promise<number> {
  const overdue = await rowsOf<{ session_id: string }>(db, overdueSteps);
  await Promise.all(overdue.map(({ session_id: id }) => tell(client, id)));
  return overdue.length;
}

// Half a second is left to the session's own timer, and half a minute to whoever was told.
const overdueSteps = `
  update session_clocks set told_at = clock_timestamp()
  where session_id in (
    select session_id from session_clocks
    where step_at < clock_timestamp() - interval '500 milliseconds'
      and (told_at is null or told_at < clock_timestamp() - interval '30 seconds')
    order by step_at limit 200 for update skip locked
  )
  returning session_id
`;

async function tell(client: WorkflowClient, sessionId: string): Promise<void> {
  try {
    await client.getHandle(workflowIdOf(sessionId)).signal(signals.clocks);
  } catch (error) {
    // A workflow that is missing is started again by the reconciler, and then told anew.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
