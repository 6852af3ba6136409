import { appendOf, requestOf } from '../../../workflows/support-session/commands-testing.js';
import type { Subject } from './audit-chain.js';
import { writeAudit } from './audit-entry.js';
import { chainedFrom, entryColumns, type EntryRow } from './audit-entry-rows.js';
import { canonicalHash } from './canonical.js';
import { rowOf, rowsOf } from '../database.js';
import { makeTestDatabase, type TestDatabase } from '../database-testing.js';
import { LiveBell } from '../feed/live-bell.js';
import { MessageStore } from '../../record/message-store.js';
import { digestOf } from '../sessions/personal-text.js';
import { SessionRecord } from '../../record/session-record.js';

describe('The audit', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await makeTestDatabase();
  });

  afterAll(() => database.drop());

  function renameOf(key: string) {
    return {
      actor: { kind: 'technician', key: 'kofi' },
      action: 'technician.edit',
      revision: 'a-revision',
      subject: { kind: 'technician', key },
      data: { changed: ['name'] },
      texts: { name: 'Ana Moreira' },
      from: '192.0.2.7',
    } as const;
  }

  it('keeps what an entry says of people apart, under its salted digest', async () => {
    await database.app.transaction((tx) => writeAudit(tx, renameOf('ana')));
    const entry = await rowOf<{ texts: Record<string, string> }>(
      database.app,
      "select * from audit_entries where subject_kind = 'technician' and subject_key = 'ana'",
    );
    expect(entry).toEqual(
      jasmine.objectContaining({
        kind: 'administration',
        actor: { kind: 'technician', key: 'kofi' },
        action: 'technician.edit',
        revision: 'a-revision',
        session_id: null,
        data: { changed: ['name'] },
      }),
    );
    const kept = await rowsOf<{ digest: Buffer; salt: Buffer; text: string }>(
      database.app,
      "select digest, salt, text from personal_texts where subject_key = 'ana' order by text",
    );
    expect(kept.map(({ text }) => text)).toEqual(['192.0.2.7', 'Ana Moreira']);
    expect(kept.map(({ digest }) => digest.toString('hex'))).toEqual([
      entry?.texts['from'] ?? '',
      entry?.texts['name'] ?? '',
    ]);
    expect(kept.map(({ salt, text }) => digestOf(salt, text))).toEqual(
      kept.map(({ digest }) => digest.toString('hex')),
    );
  });

  it('puts the entries of each subject in one chain, whoever writes at the same moment', async () => {
    const keys = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'carla' : 'deniz'));
    await Promise.all(
      keys.map((key) => database.app.transaction((tx) => writeAudit(tx, renameOf(key)))),
    );
    for (const key of ['carla', 'deniz']) await expectChain({ kind: 'technician', key }, 6);
  });

  it('chains what happens to a session, its chat and its repairs behind one another', async () => {
    const bell = new LiveBell(database.app);
    const record = new SessionRecord(database.app, bell);
    const id = crypto.randomUUID();
    await record.append(appendOf(id, null, requestOf(id)));
    const message = { sessionId: id, technician: 'ana', grant: null, text: 'Good morning' };
    await new MessageStore(database.app, bell).add({ ...message, id: crypto.randomUUID() });
    await record.noteRepair(id, 'workflow-started-from-row');
    const entries = await expectChain({ kind: 'session', key: id }, 4);
    expect(entries.map(({ kind }) => kind)).toEqual(['command', 'command', 'message', 'repair']);
  });

  async function expectChain({ kind, key }: Subject, length: number) {
    const rows = await rowsOf<EntryRow>(
      database.app,
      `select ${entryColumns} from audit_entries e
       where subject_kind = :kind and subject_key = :key order by position`,
      { kind, key },
    );
    const entries = rows.map(chainedFrom);
    expect(entries.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ hash }) => hash)).toEqual(entries.map(canonicalHash));
    expect(entries.map(({ previous }) => previous)).toEqual([
      null,
      ...rows.slice(0, -1).map(({ hash }) => hash.toString('hex')),
    ]);
    expect(rows.length).toBe(length);
    return entries;
  }

  for (const table of ['audit_entries', 'session_events', 'audit_leaves', 'audit_heads']) {
    for (const statement of [
      `update ${table} set hash = hash`.replace(/(events|heads) set hash = hash/, '$1 set at = at'),
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      it(`refuses even its owner to ${statement}`, async () => {
        await expectAsync(rowsOf(database.owner, statement)).toBeRejectedWithError(
          /The record only grows/,
        );
      });
    }
  }

  it('says nothing of what was not committed', async () => {
    const failing = database.app.transaction(async (tx) => {
      await writeAudit(tx, renameOf('bruno'));
      throw new Error('The change did not come about.');
    });
    await expectAsync(failing).toBeRejectedWithError('The change did not come about.');
    const found = "select 1 from audit_entries where subject_key = 'bruno'";
    expect(await rowsOf(database.app, found)).toEqual([]);
  });
});
