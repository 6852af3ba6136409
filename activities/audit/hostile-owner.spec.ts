import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { rowOf, rowsOf } from '../store/database.js';
import type { Bundle, Head, Line, Trust } from './bundle.js';
import { CheckpointFile } from './checkpoint-file.js';
import { eraseSession } from './erase-session.js';
import { writeBundle } from './export-bundle.js';
import { bundleBetween, bundleOf } from './log-part.js';
import { resumeLog } from './resume-log.js';
import { LogCutError, Sealer } from './sealer.js';
import { makeSealedLog, type SealedLog, workOn } from './sealed-log-testing.js';
import { verifyBundle } from './verifier/log-verifier.js';
import { readBundle } from './verifier/read-files.js';
import { verifyBetween, verifyDatabase } from './verify-database.js';

const doing = { actor: { kind: 'desk', rule: 'a spec' }, action: null, revision: null } as const;
const everything = { from: null, to: null, checkpoint: null };

/** Takes everything from the log that lies behind a size, as if it had never been. */
const cut = (size: number): string => `
  delete from audit_unsealed where true;
  with gone as (delete from audit_leaves where leaf >= ${size} returning entry_id),
    nodes as (delete from audit_nodes where (index + 1) * 2 ^ level > ${size}),
    heads as (delete from audit_heads where size > ${size})
  delete from audit_entries where id in (select entry_id from gone);
  update audit_chains c set position = coalesce(e.position, 0), hash = e.hash
    from audit_chains k left join lateral (
      select position, hash from audit_entries
      where subject_kind = k.subject_kind and subject_key = k.subject_key
      order by position desc limit 1) e on true
    where c.subject_kind = k.subject_kind and c.subject_key = k.subject_key;
`;

describe('An owner of the database who wants something forgotten', () => {
  let log: SealedLog;

  beforeEach(async () => {
    log = await makeSealedLog(3);
  });

  afterEach(() => log.drop());

  async function asOwner(...statements: readonly string[]): Promise<void> {
    await log.database.owner.transaction(async (tx) => {
      await tx.raw('set local session_replication_role = replica');
      for (const statement of statements) await tx.raw(statement);
    });
  }

  const found = async (trust: Trust = log.trust()) =>
    (await verifyDatabase(log.database.app, trust)).findings;

  const read = async (bundle: Bundle): Promise<Bundle> => ({
    ...bundle,
    entries: (await Readable.from(bundle.entries).toArray()) as Line[],
  });

  async function eraseChatOf(session: string): Promise<void> {
    await log.database.app.transaction((tx) => eraseSession(tx, session, 'chat', doing));
  }

  it('cannot hide behind an erasure of something else about the same', async () => {
    const [session = ''] = log.sessions;
    await eraseChatOf(session);
    expect(await found()).toEqual([]); // Also while the erasure waits for its seal.
    await log.sealer.seal();
    expect(await found()).toEqual([]);
    const lost = await rowOf<{ digest: string }>(
      log.database.owner,
      `delete from personal_texts where ctid = (select ctid from personal_texts
         where subject_key = :session order by text limit 1)
       returning encode(digest, 'hex') as digest`,
      { session },
    );
    expect(await found()).toEqual([
      jasmine.stringMatching(`^leaf \\d+: text ${lost?.digest ?? ''} about session ${session} is`),
    ]);
  });

  it('cannot keep back an erasure from the part of the log that it explains', async () => {
    const [session = ''] = log.sessions;
    await eraseChatOf(session);
    await log.sealer.seal();
    const part = await read(
      await bundleBetween(log.database.app, { from: 0, to: 10, checkpoint: 10 }),
    );
    expect(part.erasures.length).toBe(1);
    expect((await verifyBundle(part, log.trust())).findings).toEqual([]);
    const kept = await verifyBundle({ ...part, erasures: [] }, log.trust());
    expect(kept.findings.join()).toContain('is gone and no entry says why');
    const [one] = part.erasures as [Line];
    const other = structuredClone(one) as { value: { entry: { data: { gone: string[] } } } };
    other.value.entry.data.gone.push('00'.repeat(32));
    const forged = { ...part, erasures: [{ ...one, ...other }] };
    expect((await verifyBundle(forged, log.trust())).findings.join()).toContain(
      'the entry is not what its hash says',
    );
    const moved = { ...one, value: { ...(one.value as object), leaf: 11 } };
    expect(
      (await verifyBundle({ ...part, erasures: [moved] }, log.trust())).findings.join(),
    ).toContain('is not in the log');
  });

  it('cannot cut the log and let it grow again: sealing stops, and every older checkpoint tells', async () => {
    const trust = log.trust();
    await asOwner(cut(10));
    await workOn(log.database, 8);
    await expectAsync(new Sealer(log.database.app, log.files).seal()).toBeRejectedWithError(
      LogCutError,
    );
    expect((await found(trust)).join()).toContain('the log ends at size 10: its end was cut off');
    // Somebody who has the key as well, and a file of checkpoints of their own.
    const own = { ...log.files, checkpoints: join(log.folder, 'another.jsonl') };
    await new Sealer(log.database.app, own).seal();
    await workOn(log.database, 9);
    await new Sealer(log.database.app, own).seal();
    expect((await found(trust)).join()).toContain('the checkpoint of size 15 signed');
    const onlyOlder = { ...trust, checkpoints: trust.checkpoints.slice(0, 2) };
    // What nobody kept a checkpoint of, the log cannot miss; the rows of sessions still do.
    const missed = await found(onlyOlder);
    expect(missed.filter((one) => !one.startsWith('session'))).toEqual([]);
    expect(missed.length).toBeGreaterThan(0);
  });

  it('cannot write the whole log anew, be it with the key, against any older file of checkpoints', async () => {
    const first = log.trust().checkpoints.slice(0, 1);
    const other = await makeSealedLog(0);
    writeFileSync(other.files.key, readFileSync(log.files.key), { mode: 0o600 });
    for (let round = 0; round < 4; round += 1) await workOn(other.database, round);
    await new Sealer(other.database.app, other.files).seal();
    const trust = { ...log.trust(), checkpoints: first };
    const { findings } = await verifyDatabase(other.database.app, trust);
    expect(findings).toEqual([
      jasmine.stringMatching(/^the checkpoint of size 5 signed .*: the log was another one then$/),
    ]);
    await other.drop();
  });

  it('is found by who verifies a stretch only, wherever it lies', async () => {
    const { app } = log.database;
    const trust = log.trust();
    for (const [from, to] of [
      [0, 5],
      [5, 10],
      [10, 15],
    ] as const) {
      expect((await verifyBetween(app, trust, { from, to })).findings).toEqual([]);
    }
    await asOwner(`update audit_entries set at = at - interval '1 hour'
      where id = (select entry_id from audit_leaves where leaf = 7)`);
    const stretch = await verifyBetween(app, trust, { from: 5, to: 10 });
    expect(stretch.findings).toEqual(['leaf 7: the entry is not what its hash says']);
    await asOwner('delete from audit_nodes where level = 1');
    const torn = await verifyBetween(app, trust, { from: 10, to: 15 });
    expect(torn.findings).toEqual([jasmine.stringMatching(/^the tree: The log lacks/)]);
  });

  it('cannot let lists find a session where it is not, nor take its row, nor the end of a chain', async () => {
    const [one = '', other = '', third = ''] = log.sessions;
    await asOwner(
      `update sessions set channel = 'finance' where id = '${one}'`,
      `update sessions set guests = '{"otto": 9999999999999}' where id = '${other}'`,
      `delete from sessions where id = '${third}'`,
      `delete from audit_chains where subject_key = 'ana'`,
      `update audit_heads set size = 1000 where size = 5`,
    );
    const findings = await found();
    const notTheFold = (id: string) => `session ${id}: its row is not the fold of its events`;
    expect(findings).toContain(notTheFold(one));
    expect(findings).toContain(notTheFold(other));
    expect(findings).toContain(`session ${third}: the end of its chain is gone`);
    expect(findings).toContain('technician ana: the end of its chain is gone');
    expect(findings.join()).toContain('the head of size 1000 signed');
  });

  it('is found who takes a session all its events, or writes nonsense in place of a digest', async () => {
    const [one = ''] = log.sessions;
    await asOwner(
      `delete from session_events where session_id = '${one}'`,
      `update audit_entries set texts = texts || '{"name": 1}' where subject_key = 'bruno'`,
    );
    const findings = await found();
    expect(findings).toContain(`session ${one}: its row is not the fold of its events`);
    expect(findings.join()).toContain('the entry is not what its hash says');
  });

  it('gives out a bundle of which every missing piece is missed, with the place', async () => {
    const folder = join(log.folder, 'whole');
    await writeBundle(await bundleOf(log.database.app, everything), folder);
    for (const file of ['keys.jsonl', 'heads.jsonl', 'entries.jsonl']) {
      const torn = join(log.folder, `torn-${file}`);
      cpSync(folder, torn, { recursive: true });
      const text = readFileSync(join(torn, file), 'utf8');
      writeFileSync(join(torn, file), text.slice(0, -20));
      expect(() => readBundle(torn)).toThrowError(
        new RegExp(`^${file}:${text.trimEnd().split('\n').length}: the file breaks off here$`),
      );
      writeFileSync(join(torn, file), text.split('\n').slice(0, -2).join('\n') + '\n');
      // An empty file has no line to break off.
      if (text.trimEnd().includes('\n')) {
        const { findings } = await verifyBundle(readBundle(torn), log.trust());
        expect(findings).withContext(file).not.toEqual([]);
      }
    }
  });

  it('is told from somebody who restored a backup by the signed word of the key', async () => {
    const before = log.trust();
    await asOwner(cut(10));
    await workOn(log.database, 8);
    const resumed = await resumeLog(log.database.app, log.files, doing);
    expect(resumed).toEqual({ lost: before.checkpoints.at(-1) as Head, kept: 10 });
    expect(await resumeLog(log.database.app, log.files, doing)).toBeNull();
    await log.sealer.seal();
    const verdict = await verifyDatabase(log.database.app, log.trust());
    expect(verdict.findings.filter((one) => !one.startsWith('session'))).toEqual([]);
    expect(verdict.givenUp).toBe(1);
    // Whoever kept the checkpoints before the statement misses what was lost.
    expect((await found(before)).join()).toContain('the log was another one then');
    const statement = new CheckpointFile(log.files.checkpoints).lines().at(-2);
    const forged = { ...before, checkpoints: [...before.checkpoints, { ...statement, at: '' }] };
    expect((await found(forged as Trust)).join()).toContain('is not signed by a key of this log');
    const entry = await rowsOf(
      log.database.app,
      `select from audit_entries where kind = 'repair' and data -> 'restored' ->> 'kept' = '10'`,
    );
    expect(entry.length).toBe(1);
  });
});
