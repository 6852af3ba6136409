import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecisionStore } from '../../activities/policy/decision-store.js';
import {
  type HistoryEntry,
  PolicyStore,
  type StoredSet,
} from '../../activities/policy/policy-store.js';
import { makeTestDatabase, type TestDatabase } from '../../activities/store/database-testing.js';
import { rowsOf } from '../../activities/store/database.js';
import { digestOf, type PolicyFiles } from '../../policies/reading/policy-files.js';
import { defaultPolicy } from '../../policies/policy-testing.js';
import { defaultPolicyDirectory, parsePolicySet } from '../../policies/reading/read-policy-set.js';
import { readOrganisation } from '../../policies/reading/read-organisation.js';
import { DeskFailure } from './desk-failure.js';
import { deskProgram } from './program.js';

describe('desk policy replay, export and rollback', () => {
  let base: string;
  let database: TestDatabase;
  let store: PolicyStore;

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'desk-'));
    database = await makeTestDatabase();
    store = new PolicyStore(database.app, { ring: () => undefined });
  });

  afterAll(async () => {
    await database.drop();
    rmSync(base, { recursive: true });
  });

  async function desk(...words: string[]): Promise<string | readonly string[]> {
    let printed = '';
    const print = (answer: string) => (printed += answer);
    const environment = { DATABASE_URL: database.url };
    const program = deskProgram({ base, policy: defaultPolicyDirectory, print, environment });
    try {
      await program.parseAsync(['policy', ...words], { from: 'user' });
      return printed;
    } catch (error) {
      if (error instanceof DeskFailure) return error.lines;
      throw error;
    }
  }

  it('name the recorded decisions that another policy would have taken otherwise', async () => {
    cpSync(defaultPolicyDirectory, join(base, 'mine'), { recursive: true });
    const file = join(base, 'mine/roles/channel-technician.csv');
    const standing = {
      enabled: true,
      roles: ['channel-technician'],
      own: null,
      groups: null,
      rolesOn: [],
      rolesOff: [],
    };
    const at = Date.parse('2026-11-26T09:00:00Z');
    const decision = {
      technician: 'ana',
      channel: 'general',
      action: 'session.hold',
      relation: 'own',
      assigning: null,
      allowed: true,
      revision: 'r',
      standing,
      times: 3,
      firstAt: at,
      lastAt: at,
    } as const;
    await new DecisionStore(database.app).add([decision]);
    const since = '2026-11-01T00:00Z';
    expect(await desk('replay', 'mine', '--since', since)).toBe(
      '0 kinds of decisions would have come out differently, of 3 decisions since 2026-11-01T00:00:00.000Z.\n',
    );
    writeFileSync(file, readFileSync(file, 'utf8').replace('session.hold,own\n', ''));
    expect(await desk('replay', 'mine', '--since', since)).toBe(
      'ana session.hold (own) in general: allow then, deny now; 3 times, last 2026-11-26T09:00:00.000Z\n' +
        '1 kinds of decisions would have come out differently, of 3 decisions since 2026-11-01T00:00:00.000Z.\n',
    );
    expect(await desk('replay', 'mine', '--since', 'yesterday')).toEqual([
      '"yesterday" is not an instant like 2026-11-23T09:30Z',
    ]);
  });

  it('write the organisation down so that it can be asked about', async () => {
    await rowsOf(database.owner, "insert into technicians (key, name) values ('zoe', 'Zoe')");
    const written = await desk('export');
    const read = readOrganisation('org.json', String(written));
    expect(read).toEqual(
      jasmine.objectContaining({
        ok: true,
        value: jasmine.objectContaining({
          technicians: [{ key: 'zoe', name: 'Zoe', disabled: false }],
        }),
      }),
    );
  });

  const sound = defaultPolicy().files;
  const withoutHold = without('session.hold,own');
  const withoutNote = without('session.note,own');

  /** The policy that comes with Mayday, without one line of what channel technicians may do. */
  function without(line: string): PolicyFiles {
    const file = 'roles/channel-technician.csv';
    const text = sound.get(file) ?? '';
    if (!text.includes(line)) throw new Error(`No line says ${line}.`);
    // What is expected of it speaks of that line.
    const kept = [...sound].filter(([name]) => !name.startsWith('expected/'));
    return new Map([...kept, [file, text.replace(`${line}\n`, '')]]);
  }

  function setOf(files: PolicyFiles): StoredSet {
    const read = parsePolicySet(files);
    if (!read.ok) throw new Error('It is not sound.');
    const { revision } = read.value;
    return { digest: digestOf(files), revision, files: Object.fromEntries(files) };
  }

  async function comes(files: PolicyFiles): Promise<HistoryEntry> {
    const after = (await store.latest())?.id ?? null;
    const by = { kind: 'desk', rule: 'policy-files' } as const;
    const entry = await store.putInForce(
      { set: setOf(files), source: 'files', by, grant: null },
      after,
    );
    if (!entry) throw new Error('Somebody was faster.');
    return entry;
  }

  async function latestButOne(): Promise<HistoryEntry> {
    const [, found] = await store.history(2);
    if (!found) throw new Error('Nothing came before.');
    return found;
  }

  it('take the policy back to what was in force before, and say so in the audit', async () => {
    const nothing = ['no other policy was in force before'];
    expect(await desk('rollback')).toEqual(nothing);
    const first = await comes(sound);
    expect(await desk('rollback')).toEqual(nothing);
    const second = await comes(withoutHold);
    // What is not of the revision decides nothing: to go back to before it would take nothing back.
    await comes(new Map([...withoutHold, ['notes.md', 'Another']]));
    expect(await desk('rollback')).toBe(
      [
        `In force again: revision ${first.revision}, of ${first.at.toISOString()}.`,
        `Taken back: revision ${second.revision}, of ${(await latestButOne()).at.toISOString()}.`,
        'Nothing is left to take back to.',
        '',
      ].join('\n'),
    );
    expect(await store.latest()).toEqual(
      jasmine.objectContaining({
        source: 'rollback',
        digest: digestOf(sound),
        restores: first.id,
      }),
    );
    expect(await desk('rollback')).toEqual(nothing);
    const audited = await rowsOf(
      database.app,
      "select actor, data ->> 'source' as source from audit_entries where subject_kind = 'policy' order by id desc limit 1",
    );
    expect(audited).toEqual([
      { actor: { kind: 'desk', rule: 'command-line' }, source: 'rollback' },
    ]);
  });

  it('take the policy further back each time, and say how often that can still be done', async () => {
    const [third, fourth] = [await comes(withoutHold), await comes(withoutNote)];
    const once = await desk('rollback');
    expect(once).toContain(`In force again: revision ${third.revision}`);
    expect(once).toContain(`Taken back: revision ${fourth.revision}`);
    expect(once).toContain('It can be taken back further: 1 more time.');
    const twice = await desk('rollback');
    expect(twice).toContain(`In force again: revision ${setOf(sound).revision}`);
    expect(twice).toContain(`Taken back: revision ${third.revision}`);
    expect(twice).toContain('Nothing is left to take back to.');
  });
});
