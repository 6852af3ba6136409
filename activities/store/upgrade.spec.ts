import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { appendOf } from '../../workflows/support-session/commands-testing.js';
import { bindOpenSessions } from '../promises/bind-open-sessions.js';
import { seedPromises } from '../demonstration/seed-promises.js';
import { proveRows } from '../record/prove-rows.js';
import { type Database, rowsOf } from './database.js';
import { makeEmptyDatabase, type TestDatabase } from './database-testing.js';
import { LiveBell } from './feed/live-bell.js';
import { migrateDatabase } from './migrate-database.js';
import { steps } from './migrations/all.js';
import {
  readDemonstration,
  readDemonstrationPromises,
} from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { SessionRecord } from '../record/session-record.js';

/** The rows of a desk that ran with the first three steps, table by table: sessions in every state, devices, chat and audit. */
const recorded = 'activities/store/recorded/0.1.0-first-desk.json';
const newest = steps.map(({ name }) => name);

describe('A desk of the first days', () => {
  let database: TestDatabase;
  let done: readonly string[];

  beforeAll(async () => {
    database = await makeEmptyDatabase();
    await migrateDatabase(database.owner, steps.slice(0, 3));
    await putBack(database.owner);
    done = await migrateDatabase(database.owner);
  });

  afterAll(async () => {
    await database.drop();
  });

  it('is brought to the newest shape, each session still the fold of its events', async () => {
    expect(done).toEqual(newest.slice(3));
    expect(await proveRows(database.app, null, 100)).toEqual({ damaged: [], next: null });
  });

  it('gives its open sessions the clocks that were promised when they were requested', async () => {
    await seedPromises(database.owner, readDemonstrationPromises('.'));
    expect(await bindOpenSessions(database.app)).toBe(5);
    // Two still wait for their user, and nothing falls due before.
    const [bound] = await rowsOf<{ clocks: number; due: number }>(
      database.app,
      `select count(*)::int as clocks, count(step_at)::int as due from session_clocks
       where jsonb_array_length(readings) > 0`,
    );
    expect(bound).toEqual({ clocks: 5, due: 3 });
    expect(await bindOpenSessions(database.app))
      .withContext('once')
      .toBe(0);
  });

  it('lets its sessions go on', async () => {
    const record = new SessionRecord(database.app, new LiveBell(database.app));
    const open = await rowsOf<{ id: string }>(
      database.app,
      'select id from sessions where ended_at is null',
    );
    expect(open.length).toBe(5);
    for (const { id } of open) {
      const session = await record.find(id);
      const close = { type: 'close', outcome: 'unsolved', remark: null } as const;
      // A minute after its last event, for by today each has waited longer than its link was good for.
      const now = (session?.stateSince ?? NaN) + 60_000;
      const append = appendOf(id, session, close, randomUUID(), now);
      expect((await record.append(append)).kind).toBe('appended');
    }
    expect((await proveRows(database.app, null, 100)).damaged).toEqual([]);
  });

  it('learns what the demonstration’s directory knows by now, and keeps what people change after', async () => {
    await seedDemonstration(database.owner, readDemonstration('.'));
    expect(await ana(database.app)).toEqual({
      skills: ['windows', 'mail', 'printers'],
      capacity: 4,
    });
    await rowsOf(database.owner, "update technicians set skills = '{sap}' where key = 'ana'");
    await seedDemonstration(database.owner, readDemonstration('.'));
    expect((await ana(database.app))?.skills).toEqual(['sap']);
  });
});

async function putBack(owner: Database): Promise<void> {
  const tables = JSON.parse(readFileSync(recorded, 'utf8')) as Record<string, readonly object[]>;
  await owner.transaction(async (tx) => {
    // The rows stood together once: neither their order nor what adds to them is tried here.
    await tx.raw('set local session_replication_role = replica');
    for (const [table, rows] of Object.entries(tables)) {
      await rowsOf(
        tx,
        `insert into ${table} overriding system value
         select * from jsonb_populate_recordset(null::${table}, :rows)`,
        { rows: JSON.stringify(rows) },
      );
    }
    await tx.raw(
      `select setval(pg_get_serial_sequence('audit_entries', 'id'), max(id)) from audit_entries`,
    );
  });
}

async function ana(db: Database) {
  const [row] = await rowsOf<{ skills: readonly string[]; capacity: number }>(
    db,
    "select skills, capacity from technicians where key = 'ana'",
  );
  return row;
}
