import { Client, Connection } from '@temporalio/client';
import { bundleOnce } from '../workflows/support-session/workflow-environment-testing.js';
import type { Authorizer } from '../policies/authorize.js';
import { SessionCommands } from './commands/session-commands.js';
import { GatheredStore } from './audit/gathered-store.js';
import { SignalGate } from './commands/signal-gate.js';
import { Directory } from './directory/directory.js';
import { PolicyStore } from './policy/policy-store.js';
import { DeskPolicy } from './routing/desk-policy.js';
import { SessionCare } from './routing/session-care.js';
import {
  composeNotices,
  type NoticeParts,
  type NoticeSettings,
} from './notices/compose-notices.js';
import { makeSessionActivities } from './session-activities.js';
import { type RunningWorker, startWorker } from './start-worker.js';
import { makeTestDatabase, type TestDatabase } from './store/database-testing.js';
import { LiveBell } from './store/feed/live-bell.js';
import { SessionRecord } from './record/session-record.js';

/** A desk without API and relay: real Temporal, real Postgres and a worker in this process. */
export interface TestDesk {
  readonly database: TestDatabase;
  readonly record: SessionRecord;
  readonly client: Client;
  readonly commands: SessionCommands;
  readonly care: SessionCare;
  /** Who decides now, as the worker asks. */
  readonly policy: () => Promise<Authorizer>;
  /** The sessions whose room was ended, in order. */
  readonly endedRooms: readonly string[];
  /** Tells of what happened; specs call its rounds themselves. */
  readonly notices: Pick<NoticeParts, 'activities' | 'round' | 'deskRound'>;
  /** A further worker beside the first, which its caller stops. */
  addWorker(): Promise<RunningWorker>;
  close(): Promise<void>;
}

const standardNotices: NoticeSettings = {
  mail: null,
  privateWebhooks: true,
  publicUrl: new URL('http://localhost'),
  organisation: 'Northwind IT Support',
  secret: Buffer.alloc(32, 7),
};

/** Opens one on the servers that `MAYDAY_TEST_TEMPORAL_ADDRESS` and `MAYDAY_TEST_DATABASE_URL` name. */
export async function openTestDesk(told: Partial<NoticeSettings> = {}): Promise<TestDesk> {
  const address = process.env['MAYDAY_TEST_TEMPORAL_ADDRESS'];
  if (address === undefined) throw new Error('MAYDAY_TEST_TEMPORAL_ADDRESS names no Temporal.');
  const database = await makeTestDatabase();
  const record = new SessionRecord(database.app, new LiveBell(database.app));
  const taskQueue = `specs-${crypto.randomUUID()}`;
  const directory = new Directory(database.app);
  const policy = await DeskPolicy.open(
    directory,
    new PolicyStore(database.app, new LiveBell(database.app)),
    null,
  );
  const care = new SessionCare(database.app, new LiveBell(database.app), () => policy.current());
  const gathered = new GatheredStore(database.app);
  const gate = new SignalGate({ record, directory, policy: () => policy.current(), gathered });
  const endedRooms: string[] = [];
  const endRoom = (sessionId: string) => Promise.resolve(void endedRooms.push(sessionId));
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const settings = { ...standardNotices, ...told };
  const notices = composeNotices(settings, database.app, record, {
    client: client.workflow,
    taskQueue,
    policy: () => policy.current(),
  });
  const addWorker = async () =>
    startWorker({
      address,
      namespace: 'default',
      taskQueue,
      workflowBundle: await bundleOnce(),
      activities: {
        ...makeSessionActivities({ record, care, gate, endRoom }),
        ...notices.activities,
      },
    });
  const worker = await addWorker();
  const commands = new SessionCommands({
    client: client.workflow,
    taskQueue,
    record,
    withinMs: 10_000,
  });
  return {
    database,
    record,
    client,
    commands,
    care,
    policy: () => policy.current(),
    endedRooms,
    notices,
    addWorker,
    async close() {
      await worker.stop();
      notices.close();
      await connection.close();
      await database.drop();
    },
  };
}
