import { type WorkflowClient, WorkflowNotFoundError } from '@temporalio/client';
import { Semaphore } from 'async-mutex';
import { signals, workflowIdOf } from '../../workflows/contract.js';
import type { DueStep } from '../../workflows/domain/sla/clock.js';
import type { SessionCare } from '../routing/session-care.js';
import { type Database, rowsOf } from '../store/database.js';

/** What overdue steps are taken with. */
export interface ClockSweepOptions {
  readonly db: Database;
  readonly care: Pick<SessionCare, 'takeDue'>;
  readonly client: WorkflowClient;
}

/** Sessions that are looked after at the same time; each takes a connection. */
export const handsAtOverdueSteps = 8;

/**
 * Takes the steps of promises that are due. A session's own timer usually was there first; it
 * cannot know of a turn in the chat, which is written beside the workflow, and it waits its turn when
 * very many fall due at the same instant.
 */
export async function sweepClocks({ db, care, client }: ClockSweepOptions): Promise<void> {
  const overdue = await rowsOf<{ session_id: string }>(db, overdueSteps);
  const inHand = new Semaphore(handsAtOverdueSteps);
  await Promise.all(
    overdue.map(({ session_id: id }) =>
      inHand.runExclusive(async () => {
        const taken = await care.takeDue(id);
        if (taken.some(changesSession)) await tell(client, id);
      }),
    ),
  );
}

// Half a minute is left to whoever took it in hand.
const overdueSteps = `
  update session_clocks set told_at = clock_timestamp()
  where session_id in (
    select session_id from session_clocks
    where step_at <= clock_timestamp()
      and (told_at is null or told_at < clock_timestamp() - interval '30 seconds')
    order by step_at limit 200 for update skip locked
  )
  returning session_id
`;

/** Of a notice the workflow need not hear: it takes over what it missed with its next command, as with the chat. */
function changesSession({ action }: DueStep): boolean {
  return action !== 'notify';
}

async function tell(client: WorkflowClient, sessionId: string): Promise<void> {
  try {
    await client.getHandle(workflowIdOf(sessionId)).signal(signals.clocks);
  } catch (error) {
    // A workflow that is missing is started again by the reconciler, from the row as it is then.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
