import { writeAudit } from './audit-entry.js';
import { rowOf, rowsOf } from './database.js';
import { makeTestDatabase, type TestDatabase } from './database-testing.js';
import { digestOf } from './personal-text.js';

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
