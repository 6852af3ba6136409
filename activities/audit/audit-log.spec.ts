import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { rowOf, rowsOf } from '../store/database.js';
import type { Bundle, Head, Leaf, Line } from './bundle.js';
import { writeBundle } from './export-bundle.js';
import { LogKeyLostError, rotateLogKey } from './log-key.js';
import { bundleOf } from './log-part.js';
import { NothingSealedError } from './log-period.js';
import { makeSealedLog, type SealedLog, workOn } from './sealed-log-testing.js';
import { verifyDatabase } from './verify-database.js';
import { verifyBundle } from './verifier/log-verifier.js';

const everything = { from: null, to: null, checkpoint: null };

describe('The audit log', () => {
  let log: SealedLog;

  beforeAll(async () => {
    log = await makeSealedLog();
  });

  afterAll(() => log.drop());

  /** A bundle of all there is, in memory, so that it can be forged. */
  async function whole(of = log): Promise<Bundle & { readonly entries: readonly Line[] }> {
    const bundle = await bundleOf(of.database.app, everything);
    return { ...bundle, entries: (await Readable.from(bundle.entries).toArray()) as Line[] };
  }

  it('verifies in the database and in a bundle, against a key and a checkpoint kept elsewhere', async () => {
    const verdict = await verifyDatabase(log.database.app, log.trust());
    expect(verdict.findings).toEqual([]);
    expect(verdict.entries).toBe(20);
    expect(verdict.texts).toBeGreaterThan(20);
    expect((await verifyBundle(await whole(), log.trust())).findings).toEqual([]);
  });

  it('keeps its key from others and out of the database', async () => {
    expect(statSync(log.files.key).mode & 0o777).toBe(0o600);
    const { public_key: kept } = (await rowOf<{ public_key: string }>(
      log.database.app,
      'select * from audit_keys',
    )) ?? { public_key: '' };
    expect(log.trust().publicKey).toContain(kept.slice(0, 40));
  });

  it('signs a head with every sealing, and none while a log rests that was signed just now', async () => {
    const lines = readFileSync(log.files.checkpoints, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Head).size)).toEqual([5, 10, 15, 20]);
    expect(await log.sealer.seal()).toEqual([]);
  });

  describe('in a bundle', () => {
    const at = fc.nat();

    /** Every way to forge: each gives the lines as the forger hands them out. */
    const forgeries: Readonly<
      Record<string, (lines: Leaf[], one: number, two: number) => unknown[]>
    > = {
      change: (lines, one, two) => {
        const changed = structuredClone(lines);
        const leaf = changed[one % lines.length] as unknown as Record<string, unknown>;
        changeDeep(leaf, two);
        return changed;
      },
      drop: (lines, one) => lines.toSpliced(one % lines.length, 1),
      swap: (lines, one, two) => {
        const from = one % lines.length;
        const to = (from + 1 + (two % (lines.length - 1))) % lines.length;
        return lines.map((_, index) => lines[index === from ? to : index === to ? from : index]);
      },
      insert: (lines, one, two) => {
        const again = lines.slice(two % lines.length).slice(0, 1);
        return lines.toSpliced(one % (lines.length + 1), 0, ...again);
      },
      cut: (lines, one) => lines.slice(0, one % lines.length),
    };

    for (const [name, forge] of Object.entries(forgeries)) {
      it(`finds every ${name}`, async () => {
        const bundle = await whole();
        const lines = bundle.entries.map(({ value }) => value as Leaf);
        const trust = log.trust();
        await fc.assert(
          fc.asyncProperty(at, at, async (one, two) => {
            const forged = forge(lines, one, two);
            const entries = forged.map((value, index) => ({ place: `entries:${index}`, value }));
            expect((await verifyBundle({ ...bundle, entries }, trust)).findings).not.toEqual([]);
          }),
          { numRuns: 60 },
        );
      });

      it(`finds every ${name} even when the forger numbers the leaves and counts anew`, async () => {
        const bundle = await whole();
        const lines = bundle.entries.map(({ value }) => value as Leaf);
        const trust = log.trust();
        await fc.assert(
          fc.asyncProperty(at, at, async (one, two) => {
            const forged = forge(lines, one, two) as Leaf[];
            const numbered = forged.map((value, leaf) => ({ ...value, leaf }));
            const entries = numbered.map((value, index) => ({ place: `entries:${index}`, value }));
            const heads = bundle.heads.filter(
              ({ value }) => (value as Head).size <= entries.length,
            );
            const about = { ...bundle.about, to: entries.length, heads: heads.length };
            const verdict = await verifyBundle({ ...bundle, about, heads, entries }, trust);
            expect(verdict.findings).not.toEqual([]);
          }),
          { numRuns: 60 },
        );
      });
    }

    it('finds a log that was written anew as a whole, with another key or with a stolen one', async () => {
      const other = await makeSealedLog();
      expect((await verifyBundle(await whole(other), log.trust())).findings).toContain(
        'keys.jsonl: the public key that you hold is not among them',
      );
      const stolen = await makeSealedLog(0);
      renameSync(other.files.key, `${stolen.files.key}.unused`);
      writeFileSync(stolen.files.key, readFileSync(log.files.key), { mode: 0o600 });
      await workOn(stolen.database, 7);
      for (let round = 0; round < 3; round += 1) await workOn(stolen.database, round);
      await stolen.sealer.seal();
      const { findings } = await verifyBundle(await whole(stolen), log.trust());
      expect(findings.join()).toContain('the log was another one then');
      await Promise.all([other.drop(), stolen.drop()]);
    });

    it('is verified by its own verifier alone, which says where a truncated bundle breaks off', async () => {
      const folder = join(log.folder, 'bundle');
      await writeBundle(await bundleOf(log.database.app, everything), folder);
      const key = join(log.folder, 'public.pem');
      writeFileSync(key, log.trust().publicKey ?? '');
      const words = [folder, '--key', key, '--checkpoint', log.files.checkpoints];
      expect(runVerifier(folder, words)).toEqual({
        code: 0,
        said: jasmine.stringMatching(
          /^20 entries up to size 20, 4 heads, \d+ texts: all as signed/,
        ),
      });
      expect(runVerifier(folder, [folder]).code).toBe(3);
      const file = join(folder, 'entries.jsonl');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.slice(0, -30));
      expect(runVerifier(folder, words)).toEqual({
        code: 2,
        said: 'entries.jsonl:20: the file breaks off here\n',
      });
      writeFileSync(file, text.split('\n').slice(0, 18).join('\n') + '\n');
      expect(runVerifier(folder, words)).toEqual({
        code: 1,
        said: 'entries.jsonl: ends before leaf 18 of 20\n',
      });
    });

    it('may hold a period only, and still leads to the checkpoint', async () => {
      const { app } = log.database;
      const rows = await rowsOf<{ at: Date }>(
        app,
        'select at from audit_leaves l join audit_entries e on e.id = entry_id where leaf in (6, 8) order by leaf',
      );
      const [from, to] = rows.map(({ at }) => at);
      const wanted = { from: from ?? null, to: to ?? null };
      const bundle = await bundleOf(app, { ...wanted, checkpoint: 20 });
      expect(bundle.about.from.size).toBe(5);
      expect(bundle.about.to).toBe(10);
      const entries = (await Readable.from(bundle.entries).toArray()) as Line[];
      expect((await verifyBundle({ ...bundle, entries }, log.trust())).findings).toEqual([]);
      const forged = entries.toSpliced(1, 1);
      const verdict = await verifyBundle({ ...bundle, entries: forged }, log.trust());
      expect(verdict.findings).not.toEqual([]);
      const first = JSON.parse(
        readFileSync(log.files.checkpoints, 'utf8').split('\n')[0] ?? '',
      ) as Head;
      const older = await bundleOf(app, { from: to ?? null, to: null, checkpoint: first.size });
      const trust = { ...log.trust(), checkpoints: [first] };
      expect((await verifyBundle(older, trust)).findings).toEqual([]);
      const late = new Date(Date.now() + 86_400_000);
      await expectAsync(
        bundleOf(app, { from: late, to: null, checkpoint: null }),
      ).toBeRejectedWithError(NothingSealedError);
    });
  });

  describe('in the database', () => {
    const forgeries: Readonly<Record<string, string>> = {
      'changes an entry': `update audit_entries set data = data || '{"capacity":9}' where id = 5`,
      'changes who it was': `update audit_entries set actor = '{"kind":"user"}' where id = 4`,
      'changes when it was': `update audit_entries set at = at - interval '1 hour' where id = 7`,
      'drops an entry and its leaf': `with gone as (delete from audit_leaves where entry_id = 9)
        delete from audit_entries where id = 9`,
      'swaps two entries': `update audit_leaves set entry_id = entry_id + 1000 where entry_id in (6, 7);
        update audit_leaves set entry_id = 1013 - entry_id where entry_id > 1000`,
      'inserts an entry': `insert into audit_entries (at, kind, subject_kind, subject_key, position,
          previous, hash, actor)
        select at, kind, subject_kind, subject_key, 99, previous, hash, actor from audit_entries where id = 8`,
      'cuts the end off': `with gone as (delete from audit_leaves where leaf >= 15),
          heads as (delete from audit_heads where size > 15), nodes as (
            delete from audit_nodes where (index + 1) * 2 ^ level > 15)
        delete from audit_entries where id > 15`,
      'changes an event': `update session_events set at = at - interval '1 hour'
        where type = 'closed' and session_id = (select session_id from audit_entries where id = 1)`,
      'adds an event': `insert into session_events (session_id, sequence, type, at, by, data, command_id)
        select session_id, 9, 'escalated', at, by, '{"level":2,"reason":null}', 'mine'
        from session_events where sequence = 1 limit 1`,
      'changes what was said': `update messages set text = 'Nothing'`,
      'erases without a word': `delete from personal_texts where subject_kind = 'technician'`,
      'changes a row': `update sessions set document = jsonb_set(document, '{level}', '3')`,
    };

    for (const [name, statement] of Object.entries(forgeries)) {
      it(`finds who ${name}, be it the superuser`, async () => {
        const forged = await makeSealedLog();
        const { owner, app } = forged.database;
        const trust = forged.trust();
        await owner.transaction(async (tx) => {
          await tx.raw('set local session_replication_role = replica');
          await tx.raw(statement);
        });
        expect((await verifyDatabase(app, trust)).findings).not.toEqual([]);
        await forged.drop();
      });
    }
  });

  describe('when its key is rotated', () => {
    it('hands over with a signature, and the old key still proves the new heads', async () => {
      const mine = await makeSealedLog(2);
      const before = mine.trust();
      await rotateLogKey(mine.database.app, mine.files.key);
      await workOn(mine.database, 5);
      await mine.sealer.seal();
      const bundle = await whole(mine);
      expect(bundle.keys.length).toBe(2);
      const old = { ...mine.trust(), publicKey: before.publicKey };
      expect((await verifyBundle(bundle, old)).findings).toEqual([]);
      expect((await verifyBundle(bundle, mine.trust())).findings).toEqual([]);
      const [first, second] = bundle.keys as [Line, Line];
      const unsigned = { ...(second.value as object), signature: null };
      const keys = [first, { ...second, value: unsigned }];
      expect((await verifyBundle({ ...bundle, keys }, old)).findings).toContain(
        'key 1: the key was not handed over by the one before',
      );
      await mine.drop();
    });

    it('goes on where a rotation was interrupted, and says when its key is gone', async () => {
      const mine = await makeSealedLog(1);
      await rotateLogKey(mine.database.app, mine.files.key);
      renameSync(mine.files.key, `${mine.files.key}.new`);
      await workOn(mine.database, 1);
      expect((await mine.sealer.seal()).length).toBe(1);
      renameSync(mine.files.key, `${mine.files.key}.lost`);
      await expectAsync(mine.sealer.seal()).toBeRejectedWithError(LogKeyLostError);
      await mine.drop();
    });
  });
});

function runVerifier(folder: string, words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    join(folder, 'verify.mjs'),
    ...words,
  ]);
  return { code: status, said: stdout.toString() + stderr.toString() };
}

/** Changes one value somewhere inside, whichever it is. */
function changeDeep(value: Record<string, unknown>, seed: number): void {
  const names = Object.keys(value).filter((name) => name !== 'leaf' && !isEmpty(value[name]));
  const name = names[seed % names.length] ?? '';
  const member = value[name];
  if (typeof member === 'object' && member !== null) {
    changeDeep(member as Record<string, unknown>, Math.floor(seed / names.length));
  } else if (typeof member === 'number') value[name] = member + 1;
  else if (typeof member === 'string') value[name] = altered(member);
  else value[name] = member === null ? 'something' : !member;
}

function altered(text: string): string {
  const last = text.at(-1);
  return text.slice(0, -1) + (last === '1' ? '2' : '1');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
