import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import { supportSessionType, workflowIdOf } from '../workflows/contract.js';
import { appendOf, requestOf } from '../workflows/support-session/commands-testing.js';
import { bundleOnce } from '../workflows/support-session/workflow-environment-testing.js';
import { SessionCommands } from './commands/session-commands.js';
import { makeSessionActivities } from './session-activities.js';
import { type RunningWorker, startWorker } from './start-worker.js';
import { rowsOf } from './store/database.js';
import { makeTestDatabase, type TestDatabase } from './store/database-testing.js';
import { LiveBell } from './store/feed/live-bell.js';
import { SessionRecord } from './record/session-record.js';
import { until } from '../workflows/until-testing.js';

const address = process.env['MAYDAY_TEST_TEMPORAL_ADDRESS'] ?? '';
const taskQueue = `specs-${randomUUID()}`;

describe('A session whose workflow began under rules that no version knows any more', () => {
  let database: TestDatabase;
  let connection: Connection;
  let client: Client;
  let record: SessionRecord;

  beforeAll(async () => {
    database = await makeTestDatabase();
    record = new SessionRecord(database.app, new LiveBell(database.app));
    connection = await Connection.connect({ address });
    client = new Client({ connection });
  });

  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  const work = (workflowBundle: WorkflowBundle): Promise<RunningWorker> => {
    const look = () => Promise.resolve({ events: [], next: null });
    const endRoom = () => Promise.resolve();
    const admit = () => Promise.resolve({ kind: 'admitted', grant: null } as const);
    const parts = { record, care: { look }, gate: { admit }, endRoom };
    const activities = makeSessionActivities(parts);
    return startWorker({ address, namespace: 'default', taskQueue, workflowBundle, activities });
  };

  async function beginOutgrown(id: string): Promise<void> {
    await record.append(appendOf(id, null, requestOf(id, { assignee: null })));
    const workflowId = workflowIdOf(id);
    const args = [{ sessionId: id, session: await record.find(id), routed: true }];
    await client.workflow.start(supportSessionType, { taskQueue, workflowId, args });
    const worker = await work(
      await bundleWorkflowCode({
        workflowsPath: fileURLToPath(
          new URL('../workflows/replay/outgrown-testing.js', import.meta.url),
        ),
        logger: new DefaultLogger('ERROR'),
      }),
    );
    await until('it waits', async () => {
      const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
      return events?.some((event) => event.activityTaskScheduledEventAttributes != null) === true;
    });
    await worker.stop();
  }

  it('goes on in a workflow that is made from its row, and the audit says so', async () => {
    const id = randomUUID();
    await beginOutgrown(id);
    const worker = await work(await bundleOnce());
    try {
      const commands = new SessionCommands({
        client: client.workflow,
        taskQueue,
        record,
        withinMs: 10_000,
      });
      const claim = {
        id: randomUUID(),
        actor: { kind: 'technician', key: 'ana' },
        grant: null,
        command: { type: 'claim' },
      } as const;
      await until(
        'the claim is taken',
        () =>
          commands.send(id, claim).then(
            () => true,
            () => false,
          ),
        30_000,
      );
      expect((await record.find(id))?.assignee).toBe('ana');
      const events = await record.events(id);
      expect(events.map(({ type }) => type)).toEqual(['requested', 'claimed']);
      const repairs = await rowsOf<{ action: string }>(
        database.app,
        "select action from audit_entries where subject_key = :id and kind = 'repair'",
        { id },
      );
      expect(repairs).toEqual([{ action: 'workflow-started-from-row' }]);
      await client.workflow.getHandle(workflowIdOf(id)).terminate('The spec is over.');
    } finally {
      await worker.stop();
    }
  }, 90_000);
});
