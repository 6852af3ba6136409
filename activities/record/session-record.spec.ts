import { FakePorts } from '../../workflows/support-session/fake-ports-testing.js';
import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { sessionEventTypes } from '../../workflows/domain/session/events.js';
import { erasedText } from '../../workflows/domain/session/personal-fields.js';
import { until } from '../../workflows/until-testing.js';
import { rowOf, rowsOf } from '../store/database.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { RecordDamagedError } from './append-session.js';
import { SessionRecord } from './session-record.js';
import { describeRecord, type RecordUnderTest } from './session-record-contract-testing.js';

describe('The record of sessions', () => {
  let database: TestDatabase;
  let record: SessionRecord;

  beforeAll(async () => {
    database = await makeTestDatabase();
    record = new SessionRecord(database.app, new LiveBell(database.app));
  });
  afterAll(() => database.drop());

  describeRecord('The record in memory', () => recordInMemory(new FakePorts()));
  describeRecord('The record in Postgres', () => record);

  async function begun(): Promise<string> {
    const id = crypto.randomUUID();
    await record.append(appendOf(id, null, requestOf(id), 'the-request'));
    return id;
  }

  it('gives one event by its place, with the words of it that are not erased', async () => {
    const id = await begun();
    const [requested] = await record.events(id);
    expect(await record.event(id, 1)).toEqual(requested ?? null);
    expect(await record.event(id, 2)).toBeNull();
    expect(await record.event(crypto.randomUUID(), 1)).toBeNull();
    await rowsOf(database.owner, 'delete from personal_texts where subject_key = :id', { id });
    expect(await record.event(id, 1)).toEqual(jasmine.objectContaining({ subject: erasedText }));
  });

  it('writes who did what under which grant in the same transaction', async () => {
    const id = await begun();
    const entries = await rowsOf(
      database.app,
      'select kind, actor, action, revision, command_id, data from audit_entries where session_id = :id',
      { id },
    );
    expect(entries).toEqual([
      {
        kind: 'command',
        actor: { kind: 'technician', key: 'ana' },
        action: 'session.start',
        revision: 'a-revision',
        command_id: 'the-request',
        data: {
          events: ['requested'],
          digest: jasmine.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        },
      },
    ]);
  });

  it('goes by what somebody else has just made of the row', async () => {
    const id = await begun();
    const held = appendOf(id, await record.find(id), { type: 'hold', reason: 'waiting-user' });
    const other = await database.owner.transaction();
    const raised = `update sessions set document = jsonb_set(document, '{level}', '3') where id = :id`;
    await rowsOf(other, raised, { id });
    const append = record.append(held);
    await until('it waits for the row', async () => {
      const waiting = 'select 1 as found from pg_locks where not granted';
      return (await rowOf(database.owner, waiting)) !== null;
    });
    await other.commit();
    expect(await append).toEqual({ kind: 'appended' });
    expect(await record.find(id)).toEqual(jasmine.objectContaining({ level: 3, sequence: 2 }));
  });

  it('finds what a command led to by its id', async () => {
    const id = await begun();
    expect(await record.sequenceOf(id, 'the-request')).toBe(1);
    expect(await record.sequenceOf(id, 'another')).toBeNull();
  });

  it('refuses to go on when the row has fewer events than were acknowledged', async () => {
    const id = await begun();
    const request = {
      ...appendOf(id, await record.find(id), { type: 'escalate', reason: null }),
      expectedSequence: 7,
    };
    await expectAsync(record.append(request)).toBeRejectedWithError(RecordDamagedError);
  });

  it('knows exactly the event types of the domain', async () => {
    const found = await rowOf<{ known: string }>(
      database.owner,
      "select pg_get_constraintdef(oid) as known from pg_constraint where conname = 'known_type'",
    );
    const known = [...(found?.known ?? '').matchAll(/'([a-z-]+)'/g)].map(([, type]) => type);
    expect(known.sort()).toEqual([...sessionEventTypes].sort());
  });

  for (const table of ['session_events', 'session_commands', 'audit_entries']) {
    for (const statement of [
      `update ${table} set session_id = session_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      it(`lets the application not ${statement}`, async () => {
        await expectAsync(rowsOf(database.app, statement)).toBeRejectedWithError(
          /permission denied/,
        );
      });
    }
  }

  it('lets the application change the shape of nothing', async () => {
    await expectAsync(rowsOf(database.app, 'create table mine ()')).toBeRejectedWithError(
      /permission denied/,
    );
  });
});

function recordInMemory(ports: FakePorts): RecordUnderTest {
  return {
    append: (request) => ports.appendEvents(request),
    events: (id) => Promise.resolve(ports.eventsOf(id)),
    find: (id) => Promise.resolve(ports.sessionOf(id)),
  };
}
