import { type WorkflowClient, WorkflowNotFoundError } from '@temporalio/client';
import { supportSessionType, workflowIdOf } from '../../workflows/contract.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { SessionCommands } from '../commands/session-commands.js';
import type { Database } from '../store/database.js';
import type { SessionRecord } from '../record/session-record.js';
import { sessionsIn } from './stored-sessions.js';

/** What rows and workflows are compared with. */
export interface ReconcileOptions {
  readonly db: Database;
  readonly record: SessionRecord;
  readonly client: WorkflowClient;
  readonly commands: SessionCommands;
}

/** How many workflows were started again, and how many were ended. */
export interface Reconciled {
  readonly revived: number;
  readonly ended: number;
}

// Temporal's lists are late by a moment, and a session that has just ended ends its workflow by itself.
const settlingMs = 60_000;

/**
 * Compares open sessions with running workflows in both directions: a missing workflow is started
 * again from the row, one whose session has ended is terminated. Both are audited.
 */
export async function reconcile(options: ReconcileOptions): Promise<Reconciled> {
  const running = await runningSessions(options.client);
  const open = await openSessions(options.db);
  const revived = await reviveMissing(options, open, running);
  const ended = await endLeftOver(options, new Set(open.map(({ id }) => id)), running);
  return { revived, ended };
}

async function runningSessions(client: WorkflowClient): Promise<ReadonlySet<string>> {
  const prefix = workflowIdOf('');
  const query = `WorkflowType = '${supportSessionType}' and ExecutionStatus = 'Running'`;
  const found = new Set<string>();
  for await (const { workflowId } of client.list({ query })) {
    found.add(workflowId.slice(prefix.length));
  }
  return found;
}

function openSessions(db: Database): Promise<readonly Session[]> {
  return sessionsIn(db, 'select document from sessions where ended_at is null', {});
}

async function reviveMissing(
  { client, commands }: ReconcileOptions,
  open: readonly Session[],
  running: ReadonlySet<string>,
): Promise<number> {
  let revived = 0;
  for (const session of open) {
    if (running.has(session.id) || (await isRunning(client, session.id))) continue;
    await commands.revive(session);
    revived += 1;
  }
  return revived;
}

async function isRunning(client: WorkflowClient, sessionId: string): Promise<boolean> {
  try {
    const { status } = await client.getHandle(workflowIdOf(sessionId)).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function endLeftOver(
  { record, client }: ReconcileOptions,
  open: ReadonlySet<string>,
  running: ReadonlySet<string>,
): Promise<number> {
  let ended = 0;
  for (const id of running) {
    const session = open.has(id) ? null : await record.find(id);
    if (!session || !hasEnded(session) || Date.now() - session.stateSince < settlingMs) continue;
    if (!(await isRunning(client, id))) continue;
    await client.getHandle(workflowIdOf(id)).terminate('The session has ended.');
    await record.noteRepair(id, 'workflow-terminated');
    ended += 1;
  }
  return ended;
}
