import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { openDatabase, rowsOf, type Database } from '../../activities/store/database.js';
import { proveRows } from '../../activities/record/prove-rows.js';
import { signals, workflowIdOf, type Envelope } from '../../workflows/contract.js';
import type { TransferCommand } from '../../workflows/domain/session/commands.js';
import { findTemporal } from '../supervisor/getting/known-temporal.mjs';
import type { House } from '../supervisor/house.js';
import { ownerUrlOf } from '../supervisor/owner-url-of.js';
import { planTemporal } from '../supervisor/parts/temporal.js';
import { cacheFolder } from '../supervisor/settings/cache-folder.mjs';
import { freePorts } from '../supervisor/settings/ports.js';
import { startHouse } from '../supervisor/start-house.js';
import { SupervisedPart } from '../supervisor/supervised-part.js';
import { until } from '../supervisor/until.js';
import { DeskRefused, TechnicianDesk } from '../technician/technician-desk.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;

/** After how many events the server of this spec suggests to begin a new run; a real one waits for thousands. */
const suggestedAt = 40;
const rounds = 16;
const reasons = ['waiting-user', 'waiting-third-party', 'waiting-change', 'scheduled'] as const;
/** Who serves in the channel; in turn by round, so that no signal says what the session came to by the one before. */
const technicians = [
  ['elena', 'farid', 'greta', 'carla'],
  ['ana', 'bruno', 'davi'],
] as const;

describe('A session whose history grows long', () => {
  let folder: string;
  let temporal: SupervisedPart;
  let connection: Connection;
  let house: House;
  let database: Database;
  let kofi: TechnicianDesk;
  let id: string;
  const acknowledged: string[] = [];
  const raised: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-short-histories-'));
    const { temporal: port } = await freePorts();
    temporal = serverOfShortHistories(folder, port);
    await temporal.start();
    const temporalAddress = `127.0.0.1:${port}`;
    connection = await Connection.connect({ address: temporalAddress });
    house = await startHouse({
      parts: ['postgres', 'janus', 'worker', 'api'],
      elsewhere: { temporalAddress },
    });
    database = openDatabase(ownerUrlOf(house), 2);
    kofi = await TechnicianDesk.open(house.url, 'kofi', house.secrets.MAYDAY_DEMO_PASSWORD);
    const invitation = { name: 'Aaron Whitfield', subject: 'It is slow', channel: 'general' };
    ({
      session: { id },
    } = await kofi.invite({ ...invitation, assign: 'queue' }));
    // The request is answered a moment before its workflow is there to be signalled.
    await until('the workflow to be there', async () => (await runs('Running')) === 1);
  });

  afterAll(async () => {
    await database.destroy();
    await house.stop();
    await connection.close();
    await temporal.stop();
    rmSync(folder, { recursive: true });
  });

  it('takes commands and signals all the while it begins new runs', async () => {
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all([
        ...reasons.map((reason) => hold(reason)),
        ...(technicians[round % 2] ?? []).map((technician) => raise(technician)),
      ]);
    }
    await until('every signal to be recorded', async () => {
      return (await transferNotes()).length === raised.length;
    });
    expect(await runs('ContinuedAsNew')).toBeGreaterThan(2);
    expect(acknowledged.length).toBeGreaterThan(rounds);
  });

  it('has lost none of them, and done none twice', async () => {
    const stored = await rowsOf<{ id: string }>(
      database,
      'select id from session_commands where session_id = :id',
      { id },
    );
    const known = new Set(stored.map((row) => row.id));
    expect(acknowledged.filter((command) => !known.has(command))).toEqual([]);
    expect((await transferNotes()).toSorted()).toEqual(raised.toSorted());
    expect((await proveRows(database, null, 1_000)).damaged).toEqual([]);
  });

  it('needed no repair for it', async () => {
    const repairs = "select action from audit_entries where kind = 'repair'";
    expect(await rowsOf(database, repairs)).toEqual([]);
  });

  it('goes on to its end', async () => {
    await kofi.close(id, 'unsolved');
    await new Client({ connection }).workflow.getHandle(workflowIdOf(id)).result();
    expect(await runs('Running')).toBe(0);
  });

  /** One that is refused by the state is none that was lost. */
  async function hold(reason: (typeof reasons)[number]): Promise<void> {
    const key = randomUUID();
    try {
      await kofi.hold(id, reason, key);
      acknowledged.push(key);
    } catch (error) {
      if (!(error instanceof DeskRefused) || error.problem.status !== 409) throw error;
    }
  }

  /** A transfer as an integration raises it. */
  async function raise(technician: string): Promise<void> {
    const note = randomUUID();
    raised.push(note);
    const transfer: Envelope<TransferCommand> = {
      id: note,
      actor: { kind: 'desk', rule: 'a spec' },
      grant: null,
      command: { type: 'transfer', channel: 'general', assignee: technician, note },
    };
    const handle = new Client({ connection }).workflow.getHandle(workflowIdOf(id));
    await handle.signal(signals.transfer, transfer);
  }

  async function transferNotes(): Promise<readonly string[]> {
    const events = await kofi.timeline(id);
    return events.filter(({ type }) => type === 'transferred').map(({ note }) => note ?? '');
  }

  async function runs(status: 'ContinuedAsNew' | 'Running'): Promise<number> {
    const query = `WorkflowId = '${workflowIdOf(id)}' and ExecutionStatus = '${status}'`;
    return (await new Client({ connection }).workflow.count(query)).count;
  }
});

/** A Temporal server that suggests a new run after a few events. */
function serverOfShortHistories(folder: string, port: number): SupervisedPart {
  const program = findTemporal(cacheFolder(process.env));
  if (program === undefined) throw new Error('There is no Temporal server.');
  const plan = planTemporal({ program, folder, port, logFile: join(folder, 'temporal.log') });
  const limit = `limit.historyCount.suggestContinueAsNew=${suggestedAt}`;
  return new SupervisedPart(
    { ...plan, args: [...plan.args, '--dynamic-config-value', limit] },
    () => undefined,
  );
}
