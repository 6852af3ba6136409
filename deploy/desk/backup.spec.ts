import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { CheckpointFile } from '../../activities/audit/checkpoint-file.js';
import { publicKeyIn } from '../../activities/audit/read-audit-files.js';
import { verifyDatabase } from '../../activities/audit/verify-database.js';
import { SessionCommands } from '../../activities/commands/session-commands.js';
import { type Database, openDatabase, rowsOf } from '../../activities/store/database.js';
import { LiveBell } from '../../activities/store/feed/live-bell.js';
import { SessionRecord } from '../../activities/record/session-record.js';
import { hasEnded } from '../../workflows/domain/session/session.js';
import { envelopeOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { until } from '../../workflows/until-testing.js';
import type { House } from '../supervisor/house.js';
import type { PartName } from '../supervisor/part.js';
import { startHouse } from '../supervisor/start-house.js';
import { DeskFailure } from './desk-failure.js';
import { deskProgram } from './program.js';

const parts: readonly PartName[] = ['postgres', 'temporal', 'worker'];
const writers = 4;

/** A house with the ways into it that a spec needs. */
interface Inside {
  readonly house: House;
  readonly db: Database;
  readonly record: SessionRecord;
  readonly commands: SessionCommands;
  close(): Promise<void>;
}

async function inside(data: string): Promise<Inside> {
  const house = await startHouse({ data, parts });
  const { environment } = house;
  const db = openDatabase(environment['DATABASE_URL'] ?? '');
  const connection = await Connection.connect({ address: environment['TEMPORAL_ADDRESS'] ?? '' });
  const record = new SessionRecord(db, new LiveBell(db));
  const client = new Client({ connection }).workflow;
  const commands = new SessionCommands({ client, taskQueue: 'mayday', record, withinMs: 30_000 });
  return {
    house,
    db,
    record,
    commands,
    async close() {
      await connection.close();
      await db.destroy();
      await house.stop();
    },
  };
}

describe('A backup that is made while the desk works (R9)', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-backup-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is restored to a desk that proves itself and goes on with every session', async () => {
    const first = await inside(join(folder, 'first'));
    const acknowledged: string[] = [];
    let goesOn = true;
    const write = async () => {
      while (goesOn) {
        const id = crypto.randomUUID();
        await first.commands.send(id, envelopeOf(requestOf(id)));
        acknowledged.push(id);
      }
    };
    const load = Promise.all(Array.from({ length: writers }, write));
    const checkpoints = join(first.house.data, 'audit-checkpoints.jsonl');
    const soon = 90_000;
    const sealed = () => new CheckpointFile(checkpoints).lines().length > 1;
    await until('the log is sealed under load', sealed, soon);
    const before = [...acknowledged];
    const running = { MAYDAY_DATA: first.house.data };
    expect(await desk(running, 'backup', 'backup')).toContain('backup: a backup of');
    goesOn = false;
    await load;
    await first.close();
    expect(before.length).toBeGreaterThan(writers);

    const empty = { MAYDAY_DATA: join(folder, 'second') };
    expect(await desk(empty, 'restore', 'backup')).toContain('restored. Start the desk');
    const second = await inside(join(folder, 'second'));
    const kept = new CheckpointFile(join(folder, 'backup', 'audit-checkpoints.jsonl')).lines();
    const publicKey = publicKeyIn(join(second.house.data, 'audit-key.pem'));
    const verdict = await verifyDatabase(second.db, { publicKey, checkpoints: kept });
    expect(verdict.findings).toEqual([]);
    const rows = await rowsOf<{ id: string }>(second.db, 'select id from sessions');
    const there = new Set(rows.map(({ id }) => id));
    expect(before.filter((id) => !there.has(id))).toEqual([]);
    const { size } = verdict;
    const [id = ''] = before;
    const close = { type: 'close', outcome: 'withdrawn', remark: null } as const;
    await until(
      'a session goes on from its row',
      async () => {
        await second.commands.send(id, envelopeOf(close)).catch(() => undefined);
        const session = await second.record.find(id);
        return session !== null && hasEnded(session);
      },
      soon,
    );
    const after = new CheckpointFile(join(second.house.data, 'audit-checkpoints.jsonl'));
    await until(
      'the log goes on',
      () => {
        const last = after.lines().at(-1);
        return last !== undefined && !('restored' in last) && last.size > size;
      },
      soon,
    );
    const trust = { publicKey, checkpoints: after.lines() };
    expect((await verifyDatabase(second.db, trust)).findings).toEqual([]);
    expect(readFileSync(join(second.house.data, 'secrets.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'backup', 'secrets.json'), 'utf8'),
    );
    await second.close();
  }, 240_000);

  it('is restored from a backup only, and into an empty folder only', async () => {
    const third = { MAYDAY_DATA: join(folder, 'third') };
    await expectAsync(desk(third, 'restore', '.')).toBeRejectedWithError(
      DeskFailure,
      /holds no backup/,
    );
    const second = { MAYDAY_DATA: join(folder, 'second') };
    await expectAsync(desk(second, 'restore', 'backup')).toBeRejectedWithError(
      DeskFailure,
      /is not empty/,
    );
    expect(existsSync(join(folder, 'third'))).toBeFalse();
  });

  it('is made into a new folder only, and of a desk whose database answers', async () => {
    const second = { MAYDAY_DATA: join(folder, 'second'), POSTGRES_PORT: '1' };
    await expectAsync(desk(second, 'backup', 'backup')).toBeRejectedWithError(
      DeskFailure,
      /there already/,
    );
    await expectAsync(desk(second, 'backup', 'another')).toBeRejectedWithError(
      DeskFailure,
      /does not answer/,
    );
    expect(existsSync(join(folder, 'another'))).toBeFalse();
  });

  /** What the command line prints. */
  async function desk(environment: NodeJS.ProcessEnv, ...words: string[]): Promise<string> {
    let printed = '';
    const print = (answer: string) => (printed += answer);
    const program = deskProgram({ base: folder, policy: '', print, environment });
    await program.parseAsync(words, { from: 'user' });
    return printed;
  }
});
