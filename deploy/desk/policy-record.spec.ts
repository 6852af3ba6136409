import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecisionStore } from '../../activities/policy/decision-store.js';
import { PolicyStore } from '../../activities/policy/policy-store.js';
import { makeTestDatabase, type TestDatabase } from '../../activities/store/database-testing.js';
import { rowsOf } from '../../activities/store/database.js';
import { digestOf } from '../../policies/reading/policy-files.js';
import { defaultPolicy } from '../../policies/policy-testing.js';
import { defaultPolicyDirectory } from '../../policies/reading/read-policy-set.js';
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

  it('take the policy back to what was in force before, and say so in the audit', async () => {
    expect(await desk('rollback')).toEqual(['no other policy was in force before']);
    const { files, revision } = defaultPolicy();
    const next = new Map([...files, ['notes.md', 'Another']]);
    const by = { kind: 'desk', rule: 'policy-files' } as const;
    const setOf = (of: ReadonlyMap<string, string>) => {
      return { digest: digestOf(of), revision, files: Object.fromEntries(of) };
    };
    const first = await store.putInForce(
      { set: setOf(files), source: 'files', by, grant: null },
      null,
    );
    await store.putInForce({ set: setOf(next), source: 'files', by, grant: null }, first?.id ?? 0);
    expect(await desk('rollback')).toContain(`In force again: revision ${revision}`);
    expect(await store.latest()).toEqual(
      jasmine.objectContaining({
        source: 'rollback',
        digest: digestOf(files),
        restores: first?.id,
      }),
    );
    const audited = await rowsOf(
      database.app,
      "select actor, data ->> 'source' as source from audit_entries where subject_kind = 'policy' order by id desc limit 1",
    );
    expect(audited).toEqual([
      { actor: { kind: 'desk', rule: 'command-line' }, source: 'rollback' },
    ]);
  });
});
