import { randomUUID } from 'node:crypto';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { openDatabase, rowsOf, type Database } from '../../activities/store/database.js';
import { proveRows } from '../../activities/record/prove-rows.js';
import { workflowIdOf } from '../../workflows/contract.js';
import { WillingDevice } from '../desktop/willing-device.js';
import { HeldLine } from '../faults/held-line.js';
import { HeldRecord } from '../faults/held-record.js';
import { addWorkerOnLine } from '../faults/worker-on-line.js';
import type { House } from '../supervisor/house.js';
import { ownerUrlOf } from '../supervisor/owner-url-of.js';
import { startHouse } from '../supervisor/start-house.js';
import { until } from '../supervisor/until.js';
import { DeskRefused, TechnicianDesk } from '../technician/technician-desk.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;

const invitation = { name: 'Aaron Whitfield', subject: 'Illustrator closes when I export' };

describe('A process killed after the record took a command and before Temporal heard of it', () => {
  let house: House;
  let line: HeldLine;
  let connection: Connection;
  let database: Database;
  let greta: TechnicianDesk;
  let device: WillingDevice;
  let id: string;

  beforeAll(async () => {
    house = await startHouse({ parts: ['postgres', 'temporal', 'janus', 'api'] });
    const address = house.environment['TEMPORAL_ADDRESS'] ?? '';
    line = await HeldLine.to(address);
    connection = await Connection.connect({ address });
    database = openDatabase(ownerUrlOf(house), 2);
    await addWorkerOnLine(house, line);
    greta = await TechnicianDesk.open(house.url, 'greta', house.secrets.MAYDAY_DEMO_PASSWORD);
  });

  afterAll(async () => {
    device.close();
    await database.destroy();
    await connection.close();
    await house.stop();
    await line.close();
  });

  it('leaves a new session that is invited to once', async () => {
    const key = randomUUID();
    const invite = () =>
      greta.invite({ ...invitation, channel: 'design-mac', assign: 'queue' }, key);
    const record = await HeldRecord.hold(ownerUrlOf(house));
    const first = invite().catch((error: unknown) => error);
    await until('the append waits', () => record.isWaitedFor());
    await house.kill('api');
    await record.letGo();
    id = await committed(key);
    expect(await isKnown(id)).toBeFalse();
    await house.whenReady('api');
    await first;
    const invited = await until('the desk to answer', () => answered(invite));
    expect(invited.session.id).toBe(id);
    // The answer does not wait for it.
    await until('its workflow to be there', () => isKnown(id));
    expect(await typesOf(id)).toEqual(['requested']);
    device = await WillingDevice.follow(invited.link.url);
  });

  it('leaves a claim that is made once', async () => {
    const claimed = await killedWith((key) => greta.claim(id, key));
    expect(claimed.assignee?.key).toBe('greta');
    expect((await typesOf(id)).filter((type) => type === 'claimed').length).toBe(1);
  });

  it('leaves a question that is asked once and can be answered', async () => {
    await killedWith((key) => greta.start(id, ['view', 'control'], key));
    await until('the user has allowed it', async () => {
      return (await greta.session(id)).state === 'active';
    });
    const types = await typesOf(id);
    for (const once of ['answered', 'consent-asked', 'consent-granted', 'connected']) {
      expect(types.filter((type) => type === once).length)
        .withContext(once)
        .toBe(1);
    }
  });

  it('leaves an end that ends the workflow too', async () => {
    await killedWith((key) => greta.close(id, 'solved', key));
    expect((await typesOf(id)).at(-1)).toBe('closed');
    await new Client({ connection }).workflow.getHandle(workflowIdOf(id)).result();
  });

  it('leaves every row as the fold of its events, and an audit entry for each command', async () => {
    expect((await proveRows(database, null, 1_000)).damaged).toEqual([]);
    const unaudited = await rowsOf(
      database,
      `select c.id from session_commands c left join audit_entries a
         on a.session_id = c.session_id and a.command_id = c.id
       group by c.session_id, c.id having count(a.id) <> 1`,
    );
    expect(unaudited).toEqual([]);
  });

  /**
   * Sends a command, and kills the worker when its events are committed and the completion of the
   * workflow task is not yet sent; answers what the same request is told when it is sent again.
   */
  async function killedWith<T>(send: (key: string) => Promise<T>): Promise<T> {
    const key = randomUUID();
    const record = await HeldRecord.hold(ownerUrlOf(house));
    const first = send(key).catch((error: unknown) => error);
    await until('the append waits', () => record.isWaitedFor());
    line.hold();
    await record.letGo();
    const sessionId = await committed(key);
    expect(await isCompleted(sessionId, key)).toBeFalse();
    await house.kill('worker');
    line.cut();
    await house.whenReady('worker');
    await first;
    const answer = await until('the desk to answer', () => answered(() => send(key)));
    expect(await isCompleted(sessionId, key)).toBeTrue();
    expect(await sessionsOf(key)).toEqual([sessionId]);
    return answer;
  }

  /** The session in which a command was recorded, as soon as it is. */
  async function committed(command: string): Promise<string> {
    const [sessionId = ''] = await until('the commit', async () => {
      const found = await sessionsOf(command);
      return found.length > 0 && found;
    });
    return sessionId;
  }

  /** The sessions in which the record has a command of this id. */
  async function sessionsOf(command: string): Promise<readonly string[]> {
    const found = await rowsOf<{ session_id: string }>(
      database,
      'select session_id from session_commands where id = :command',
      { command },
    );
    return found.map(({ session_id }) => session_id);
  }

  /** Whether Temporal has heard of a session at all. */
  async function isKnown(sessionId: string): Promise<boolean> {
    const handle = new Client({ connection }).workflow.getHandle(workflowIdOf(sessionId));
    return handle.describe().then(
      () => true,
      (error: unknown) => {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      },
    );
  }

  /** Whether Temporal has heard of what became of a command. */
  async function isCompleted(sessionId: string, command: string): Promise<boolean> {
    const handle = new Client({ connection }).workflow.getHandle(workflowIdOf(sessionId));
    const { events } = await handle.fetchHistory();
    return (events ?? []).some(
      ({ workflowExecutionUpdateCompletedEventAttributes: completed }) =>
        completed?.meta?.updateId === command,
    );
  }

  async function typesOf(sessionId: string): Promise<readonly string[]> {
    return (await greta.timeline(sessionId)).map(({ type }) => type);
  }
});

/** The answer, or undefined while the desk says that it cannot give one yet. */
async function answered<T>(send: () => Promise<T>): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof DeskRefused && error.problem.status === 503) return undefined;
    throw error;
  }
}
