import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf } from '../../activities/store/database.js';
import { until } from '../../workflows/until-testing.js';
import { defaultPolicy } from '../../policies/policy-testing.js';
import { defaultPolicyDirectory } from '../../policies/reading/read-policy-set.js';
import { openPolicy, type OpenPolicy } from '../compose/open-policy.js';
import { openStores, type OpenStores } from '../compose/open-stores.js';
import type { components } from '../generated/openapi.js';
import { usualDirectoryLimits } from '../../activities/directory/directory-limits.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestAnswer, TestClient } from '../testing/test-client-testing.js';

type Schemas = components['schemas'];

/** The default policy with other text in one of its files. */
function changed(file: string, change: (text: string) => string): Record<string, string> {
  const { files } = defaultPolicy();
  return { ...Object.fromEntries(files), [file]: change(files.get(file) ?? '') };
}

const managers = 'roles/channel-manager.csv';
const withoutAssign = (text: string): string => text.replace('session.assign,any\n', '');
const unreadable = (text: string): string =>
  text.replace('session.assign,any', 'session.asign,any');

const codeOf = ({ status, body }: TestAnswer): string =>
  `${status} ${(body as Schemas['Problem']).type}`;

/** A second process of the same desk, as far as the policy goes. */
async function secondProcess(api: TestApi, folder: string): Promise<OpenPolicy & OpenStores> {
  const { url, app: db } = api.tester.database;
  const open = openStores({ url, db, limits: usualDirectoryLimits, onError: () => undefined });
  const plan = { folder, mode: api.desk.policyOffice.source.mode };
  const refusals = { note: () => undefined };
  const opened = await openPolicy(open, { ...plan, refusals, onRefused: () => undefined });
  return { ...open, ...opened };
}

describe('A policy whose changes come from reviewed files', () => {
  let folder: string;
  let api: TestApi;
  let mateo: TestClient;
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
  };
  const original = readFileSync(join(defaultPolicyDirectory, managers), 'utf8');
  const read = async (): Promise<Schemas['Policy']> =>
    (await mateo.get<Schemas['Policy']>('/api/policy')).body;
  const history = async (): Promise<Schemas['PolicyHistory']> =>
    (await mateo.get<Schemas['PolicyHistory']>('/api/policy/history')).body;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'));
    cpSync(defaultPolicyDirectory, folder, { recursive: true });
    api = await openTestApi({ policyFolder: folder });
    mateo = await api.signedIn('mateo');
  });

  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it('puts changed files in force on every process within two seconds, and says so', async () => {
    const other = await secondProcess(api, defaultPolicyDirectory);
    const before = await read();
    write(managers, withoutAssign(original));
    const since = performance.now();
    await until('the other process has it', async () => {
      await other.source.follow();
      return other.inForce.authorizer.revision !== before.inForce.revision;
    });
    expect(performance.now() - since).toBeLessThan(2_000);
    // The other may be told before the one that read the files has turned to them itself.
    const after = await until('this process has it too', async () => {
      const now = await read();
      return now.inForce.revision === before.inForce.revision ? null : now;
    });
    expect(after.inForce.how).toBe('files');
    expect(after.inForce.by).toEqual({ kind: 'desk', rule: 'policy-files' });
    expect(other.inForce.authorizer.revision).toBe(after.inForce.revision);
    const julia = { technician: 'julia', channel: 'general', relation: 'other' } as const;
    const action = 'session.assign';
    expect(api.desk.policy.authorizer.decide({ ...julia, action }).allowed).toBeFalse();
    write(managers, original);
    await until(
      'it is as before',
      async () => (await read()).inForce.revision === before.inForce.revision,
    );
  });

  it('keeps the old policy when the files are broken, and names their faults until they are mended', async () => {
    const before = await read();
    write(managers, unreadable(original));
    const refused = await until('the faults are told', async () => (await read()).refused);
    expect(refused.faults).toEqual([
      { file: managers, line: 14, message: '"session.asign" is not an action' },
    ]);
    expect((await read()).inForce).toEqual(before.inForce);
    expect(api.errors).toContain(jasmine.objectContaining({ faults: refused.faults }));
    write(managers, original);
    await until('nothing is wrong', async () => (await read()).refused === null);
  });

  it('takes no proposals, but tries drafts', async () => {
    const files = changed(managers, withoutAssign);
    const proposed = await mateo.post('/api/policy/proposals', { title: 'Fewer', files });
    expect(codeOf(proposed)).toBe('409 /problems/policy-from-files');
    expect((await mateo.post('/api/policy/check', { files })).status).toBe(200);
  });

  it('goes back to what was in force before, and stays there although the files say otherwise', async () => {
    const before = await read();
    write(managers, withoutAssign(original));
    await until('it is in force', async () => (await read()).inForce.entry > before.inForce.entry);
    const wrong = await mateo.post('/api/policy/rollback', { from: before.inForce.entry });
    expect(codeOf(wrong)).toBe('409 /problems/policy-overtaken');
    const { entry: from } = (await read()).inForce;
    const answer = await mateo.post<Schemas['PolicyTakenBack']>('/api/policy/rollback', {
      from,
    });
    expect(answer.body).toEqual(
      jasmine.objectContaining({ how: 'rollback', revision: before.inForce.revision }),
    );
    expect(answer.body.insteadOf.entry).toBe(from);
    expect(answer.body.insteadOf.revision).not.toBe(answer.body.revision);
    // As a process that starts now finds it: the files are those that were taken back.
    const other = await secondProcess(api, folder);
    expect(other.inForce.authorizer.revision).toBe(before.inForce.revision);
    await other.source.lookAtFiles();
    await other.source.lookAtFiles();
    await other.source.follow();
    expect(other.inForce.authorizer.revision).toBe(before.inForce.revision);
  });

  it('goes further back each time, by steps that are told before, until nothing is left', async () => {
    const told = await history();
    expect(told.back.length).toBeGreaterThan(0);
    let inForce = (await read()).inForce;
    for (const [done, step] of told.back.entries()) {
      const { body } = await mateo.post<Schemas['PolicyTakenBack']>('/api/policy/rollback', {
        from: inForce.entry,
      });
      expect(body.revision).toBe(step.revision);
      expect(body.insteadOf).toEqual(inForce);
      expect(body.left).toBe(told.back.length - done - 1);
      inForce = (await read()).inForce;
      expect(inForce.revision).toBe(step.revision);
    }
    expect((await history()).back).toEqual([]);
    const once = await mateo.post('/api/policy/rollback', { from: inForce.entry });
    expect(codeOf(once)).toBe('409 /problems/policy-nothing-before');
  });
});

describe('A policy whose changes a second person approves', () => {
  let folder: string;
  let api: TestApi;
  let mateo: TestClient;
  let nora: TestClient;
  const propose = (files: Record<string, string>, title = 'Managers assign no more') =>
    mateo.post<Schemas['PolicyProposal']>('/api/policy/proposals', { title, files });
  const decide = (who: TestClient, id: string, what: string, body?: object) =>
    who.post<Schemas['PolicyProposal']>(`/api/policy/proposals/${id}/${what}`, body);
  const revision = async (): Promise<string> =>
    (await mateo.get<Schemas['Policy']>('/api/policy')).body.inForce.revision;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'));
    cpSync(defaultPolicyDirectory, folder, { recursive: true });
    api = await openTestApi({ policyFolder: folder, policySource: 'console' });
    mateo = await api.signedIn('mateo');
    nora = await api.signedIn('nora');
  });

  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  it('finds out what a draft would change for whom, and in what was decided', async () => {
    const julia = await api.signedIn('julia');
    expect((await julia.get('/api/policy?channel=general')).status).toBe(200);
    const files = changed(managers, (text) => text.replace('policy.read,any\n', ''));
    const { body } = await mateo.post<Schemas['PolicyFindings']>('/api/policy/check', { files });
    expect(body.differences).toContain(
      jasmine.objectContaining({
        change: 'loses',
        action: 'policy.read',
        relation: 'other',
        channels: ['general', 'stores'],
      }),
    );
    expect(body.replay.different).toContain(
      jasmine.objectContaining({
        person: jasmine.objectContaining({ key: 'julia' }),
        channel: 'general',
        was: 'allow',
        action: 'policy.read',
        times: 1,
      }),
    );
  });

  it('names every fault of a draft by file and line, and keeps nothing', async () => {
    const answer = await propose(changed(managers, unreadable));
    expect(codeOf(answer)).toBe('422 /problems/policy-faulty');
    expect((answer.body as unknown as Schemas['Problem']).errors).toEqual([
      { path: `${managers}:14`, code: 'policy-file', message: '"session.asign" is not an action' },
    ]);
    const { body } = await mateo.get<Schemas['PolicyProposals']>('/api/policy/proposals');
    expect(body.proposals).toEqual([]);
    expect(codeOf(await propose(Object.fromEntries(defaultPolicy().files)))).toBe(
      '409 /problems/policy-unchanged',
    );
  });

  it('is in force when a second person has approved it, never by whoever proposed it', async () => {
    const before = await revision();
    const { status, body: proposal } = await propose(changed(managers, withoutAssign));
    expect(status).toBe(201);
    expect(codeOf(await propose(changed(managers, withoutAssign)))).toBe(
      '409 /problems/policy-proposed-already',
    );
    expect(await revision()).toBe(before);
    expect(codeOf(await decide(mateo, proposal.id, 'approve'))).toBe(
      '409 /problems/policy-own-proposal',
    );
    const approved = await decide(nora, proposal.id, 'approve');
    expect(approved.body).toEqual(jasmine.objectContaining({ state: 'approved', stale: false }));
    expect(await revision()).toBe(proposal.revision);
    expect(api.desk.policy.authorizer.revision).toBe(proposal.revision);
    expect(codeOf(await decide(nora, proposal.id, 'approve'))).toBe(
      '409 /problems/policy-proposal-decided',
    );
    const audited = await rowsOf(
      api.tester.database.app,
      `select actor ->> 'key' as who, action, data ->> 'did' as did from audit_entries
       where subject_kind = 'policy' and actor ->> 'kind' = 'technician' order by id`,
    );
    expect(audited).toEqual([
      { who: 'mateo', action: 'policy.propose', did: 'proposed' },
      { who: 'nora', action: 'policy.approve', did: 'put-in-force' },
    ]);
  });

  it('approves nothing that was proposed against another policy', async () => {
    const managersCannot = changed(managers, (text) =>
      withoutAssign(text).replace('session.join,any\n', ''),
    );
    const stale = await propose(managersCannot, 'Neither join');
    const { id: from } = api.desk.policyOffice.source.entry;
    expect((await nora.post('/api/policy/rollback', { from })).status).toBe(200);
    expect(codeOf(await decide(nora, stale.body.id, 'approve'))).toBe(
      '409 /problems/policy-overtaken',
    );
    const rejected = await decide(nora, stale.body.id, 'reject', { reason: 'Out of date' });
    expect(rejected.body).toEqual(
      jasmine.objectContaining({ state: 'rejected', reason: 'Out of date' }),
    );
  });

  it('lets only whoever proposed a change withdraw it', async () => {
    const { body } = await propose(changed(managers, withoutAssign));
    expect(codeOf(await decide(nora, body.id, 'withdraw'))).toBe(
      '409 /problems/policy-not-own-proposal',
    );
    expect((await decide(mateo, body.id, 'withdraw')).body.state).toBe('withdrawn');
  });

  it('turns changed files into a proposal for which somebody must answer before another approves', async () => {
    const before = await revision();
    const text = readFileSync(join(folder, managers), 'utf8');
    writeFileSync(join(folder, managers), withoutAssign(text));
    const found = await until('the proposal', async () => {
      const { body } = await mateo.get<Schemas['PolicyProposals']>('/api/policy/proposals');
      return body.proposals.find(({ state }) => state === 'open');
    });
    expect(found).toEqual(jasmine.objectContaining({ source: 'files', proposedBy: null }));
    expect(codeOf(await decide(nora, found.id, 'approve'))).toBe(
      '409 /problems/policy-proposal-unvouched',
    );
    expect((await decide(nora, found.id, 'vouch')).body.proposedBy?.key).toBe('nora');
    expect(codeOf(await decide(mateo, found.id, 'vouch'))).toBe(
      '409 /problems/policy-proposal-vouched',
    );
    expect(codeOf(await decide(nora, found.id, 'approve'))).toBe(
      '409 /problems/policy-own-proposal',
    );
    expect(await revision()).toBe(before);
    expect((await decide(mateo, found.id, 'approve')).body.state).toBe('approved');
    expect(await revision()).toBe(found.revision);
  });

  it('shows what was in force when', async () => {
    const { body } = await mateo.get<Schemas['PolicyHistory']>('/api/policy/history');
    expect(body.entries.map(({ how }) => how)).toEqual([
      'proposal',
      'rollback',
      'proposal',
      'files',
    ]);
  });
});

describe('Reading the policy', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
  });

  afterAll(async () => {
    await api.close();
  });

  it('explains a cell of the matrix just as it is shown', async () => {
    const ana = await api.signedIn('ana');
    const matrix = (await ana.get<Schemas['PolicyMatrix']>('/api/policy/matrix?channel=general'))
      .body;
    const carla = matrix.technicians.find(({ person }) => person.key === 'carla');
    expect(carla?.cells[matrix.actions.indexOf('session.create')]).toEqual([]);
    const query = 'technician=carla&channel=general&action=session.create&relation=own';
    const explained = await ana.get<Schemas['DecisionExplanation']>(
      `/api/policy/explanation?${query}`,
    );
    expect(explained.body).toEqual(
      jasmine.objectContaining({
        allowed: false,
        reason: 'switched-off',
        rule: 'switch technician:carla: session.create off',
        switches: [{ for: 'technician:carla', set: 'off', heard: true }],
      }),
    );
    expect((await ana.get('/api/policy/matrix')).status).toBe(403);
    expect((await ana.get('/api/policy/matrix?channel=finance')).status).toBe(403);
  });

  it('says who could do something, and writes the organisation down as it is asked', async () => {
    const kofi = await api.signedIn('kofi');
    const asked = '/api/policy/who-can?channel=general&action=session.assign&relation=other';
    const { body } = await kofi.get<Schemas['PolicyPeople']>(asked);
    expect(body.people.map(({ key }) => key)).toEqual(['julia', 'kofi', 'nora']);
    const exported = (await kofi.get<Schemas['ExportedOrganisation']>('/api/organisation')).body;
    expect(exported.technicians.find(({ key }) => key === 'otto')?.disabled).toBeTrue();
    expect(exported.roles).toContain({ role: 'owner', to: 'technician:nora', in: '*' });
  });
});
