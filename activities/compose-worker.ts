import { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { SessionCommands } from './commands/session-commands.js';
import { GatheredStore } from './audit/gathered-store.js';
import { SignalGate } from './commands/signal-gate.js';
import type { WorkerConfig } from './config.js';
import { Directory } from './directory/directory.js';
import { serveHealth } from './health.js';
import { openRelay } from './media/open-relay.js';
import { PolicyStore } from './policy/policy-store.js';
import { DeskPolicy } from './routing/desk-policy.js';
import { SessionCare } from './routing/session-care.js';
import { composeNotices } from './notices/compose-notices.js';
import { makeSessionActivities } from './session-activities.js';
import { startWorker, type WorkerPlan } from './start-worker.js';
import { openDatabase } from './store/database.js';
import { LiveBell } from './store/feed/live-bell.js';
import { SessionRecord } from './record/session-record.js';
import { passLogsTo } from './temporal-log.js';
import { handsAtOverdueSteps } from './upkeep/clock-sweep.js';
import { startUpkeep } from './upkeep/start-upkeep.js';

/** A whole worker process at work. */
export interface WorkerProcess {
  /** Resolves when everything has stopped; rejects when the worker cannot go on. */
  readonly done: Promise<void>;
  /** Ends everything in order; again does nothing more. */
  stop(): Promise<void>;
}

/** Puts the worker together: the activities of sessions, and the upkeep beside them. */
export async function composeWorker(
  config: WorkerConfig,
  workflowBundle: WorkerPlan['workflowBundle'],
  log: Logger,
): Promise<WorkerProcess> {
  passLogsTo(log);
  const db = openDatabase(config.databaseUrl, 20);
  // What takes overdue steps must not wait behind the sessions whose tasks are late.
  const overdue = openDatabase(config.databaseUrl, handsAtOverdueSteps + 2);
  const bell = new LiveBell(db);
  const record = new SessionRecord(db, bell);
  const directory = new Directory(db);
  const policy = await DeskPolicy.open(
    directory,
    new PolicyStore(db, bell),
    config.policyDirectory,
  );
  const inForce = () => policy.current();
  const care = new SessionCare(db, bell, inForce);
  const gathered = new GatheredStore(db);
  const gate = new SignalGate({ record, directory, policy: inForce, gathered });
  const media = openRelay(config.janus, config.secret);
  const { relay } = media;
  const { address, namespace, taskQueue } = config.temporal;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace }).workflow;
  const commands = new SessionCommands({ client, taskQueue, record, withinMs: 10_000 });
  const endRoom = (sessionId: string) => relay.endRoom(sessionId);
  const notices = composeNotices(config, db, record, { client, taskQueue, policy: inForce });
  const activities = {
    ...makeSessionActivities({ record, care, gate, endRoom }),
    ...notices.activities,
  };
  const worker = await startWorker({ address, namespace, taskQueue, workflowBundle, activities });
  const upkeep = startUpkeep({
    db,
    record,
    client,
    commands,
    relay,
    policy: inForce,
    overdue: { db: overdue, care: new SessionCare(overdue, new LiveBell(overdue), inForce) },
    notices,
    audit: config.audit,
    log,
  });
  const health = serveHealth(config.healthPort);
  log.info({ taskQueue }, 'The worker is at work.');

  const done = worker.done.finally(async () => {
    await upkeep.stop();
    health?.close();
    notices.close();
    media.close();
    await connection.close();
    await Promise.all([db.destroy(), overdue.destroy()]);
  });
  return { done, stop: () => worker.stop() };
}
