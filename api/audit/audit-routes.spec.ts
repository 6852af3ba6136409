import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { Sealer } from '../../activities/audit/sealer.js';
import { DueRuns } from '../../activities/audit/due-runs.js';
import { publicKeyIn } from '../../activities/audit/read-audit-files.js';
import { pino } from 'pino';
import type { components } from '../generated/openapi.js';
import { invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';

type Schemas = components['schemas'];
type Problem = Schemas['Problem'];

describe('The audit over HTTP', () => {
  let api: TestApi;
  let lena: TestClient;
  let nora: TestClient;
  let folder: string;

  beforeAll(async () => {
    api = await openTestApi();
    lena = await api.signedIn('lena');
    nora = await api.signedIn('nora');
    folder = mkdtempSync(join(tmpdir(), 'mayday-audit-api-'));
  });

  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const files = () => ({ key: join(folder, 'key.pem'), checkpoints: join(folder, 'kept.jsonl') });
  const seal = () => new Sealer(api.tester.database.app, files()).seal();
  const work = () =>
    new DueRuns({
      db: api.tester.database.app,
      audit: files(),
      log: pino({ level: 'silent' }),
    }).work();

  function verify(place: string): { status: number | null; said: string } {
    const key = join(folder, 'public.pem');
    writeFileSync(key, publicKeyIn(files().key));
    const program = join(folder, 'verify.mjs');
    const words = [program, place, '--key', key, '--checkpoint', files().checkpoints];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  }

  it('gives out the verifier, a proof that it takes, and a bundle that it takes', async () => {
    await invite(await api.signedIn('ana'));
    await seal();
    const { body: program } = await lena.get<string>('/api/audit/verifier');
    writeFileSync(join(folder, 'verify.mjs'), program);
    const { body: page } = await lena.get<{ entries: Schemas['AuditEntry'][] }>('/api/audit');
    const [entry] = page.entries.filter(({ leaf }) => leaf !== null);
    const proof = await lena.get(`/api/audit/entries/${entry?.id ?? ''}/proof`);
    expect(proof.status).toBe(200);
    writeFileSync(join(folder, 'proof.json'), JSON.stringify(proof.body));
    expect(verify(join(folder, 'proof.json'))).toEqual({
      status: 0,
      said: jasmine.stringMatching(/^Proved: leaf \d+ is in the log/),
    });
    const answer = await fetch(`${api.url}/api/audit/bundle`, { headers: lena.headers });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const unzipped = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const bundle = mkdtempSync(join(folder, 'bundle-'));
    for (const [name, content] of Object.entries(unzipped)) {
      writeFileSync(join(bundle, name), content);
    }
    expect(verify(bundle)).toEqual({ status: 0, said: jasmine.stringMatching(/all as signed/) });
  });

  it('refuses proofs of what is not there, periods that are none, and whoever may not', async () => {
    expect((await lena.get('/api/audit/entries/999999/proof')).status).toBe(404);
    const unknown = await lena.get<Problem>('/api/audit/growth?from=999999');
    expect([unknown.status, unknown.body.type]).toEqual([422, '/problems/head-unknown']);
    const reversed = 'from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z';
    for (const path of ['/api/audit', '/api/audit/bundle', '/api/sessions']) {
      const { status, body } = await lena.get<Problem>(`${path}?${reversed}`);
      expect([status, body.errors?.[0]?.path]).withContext(path).toEqual([422, '/query/to']);
    }
    const empty = 'from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z';
    const nothing = await lena.get<Problem>(`/api/audit/bundle?${empty}`);
    expect([nothing.status, nothing.body.type]).toEqual([409, '/problems/nothing-sealed']);
    const ana = await api.signedIn('ana');
    for (const path of ['/api/audit/bundle', '/api/audit/entries/1/proof', '/api/retention']) {
      expect((await ana.get(path)).status)
        .withContext(path)
        .toBe(403);
    }
    // Letting go takes two actions, and each of these two people has one of them.
    for (const one of [lena, await api.signedIn('kofi')]) {
      expect((await one.get('/api/retention/trial?chat=7')).status).toBe(403);
    }
  });

  it('has the log verified on request, and shows how it went', async () => {
    await seal();
    const asked = await lena.post<Schemas['AuditRun']>('/api/audit/verifications');
    expect([asked.status, asked.body.state]).toEqual([201, 'waiting']);
    await work();
    const { body } = await lena.get<Schemas['AuditRuns']>('/api/audit/verifications');
    const run = body.runs.find(({ id }) => id === asked.body.id);
    expect(run?.state).toBe('done');
    expect(run?.result?.['findings']).toEqual([]);
    const state = await lena.get<Schemas['AuditState']>('/api/audit/state');
    expect(state.body.verified?.state).toBe('done');
  });

  it('changes how long things are kept only as it was looked at, and lets go on request', async () => {
    const trial = (client = nora) =>
      client.get<{ confirmation: string; letGo: Record<string, Schemas['Erased']> }>(
        '/api/retention/trial?chat=7&session=30',
      );
    const { confirmation } = (await trial()).body;
    const wanted = { session: 30, chat: 7, recording: null, audit: null };
    const other = await nora.send<Problem>('PUT', '/api/retention', {
      body: { ...wanted, chat: 8, confirmation },
    });
    expect([other.status, other.body.type]).toEqual([409, '/problems/retention-changed']);
    const put = () =>
      nora.send<Problem>('PUT', '/api/retention', { body: { ...wanted, confirmation } });
    expect((await put()).status).toBe(200);
    expect((await put()).status).toBe(409); // What it was looked at from is no longer so.
    const inForce = (await trial()).body.confirmation;
    const key = crypto.randomUUID();
    const run = () =>
      nora.post<Schemas['AuditRun']>('/api/retention/runs', { confirmation: inForce }, key);
    expect((await run()).status).toBe(201);
    expect((await run()).body.id).toBe(key);
    await work();
    const kept = await lena.get<{ kept: object; runs: Schemas['AuditRun'][] }>('/api/retention');
    expect(kept.body.kept).toEqual(wanted);
    expect(kept.body.runs.find(({ id }) => id === key)?.state).toBe('done');
  });

  it('erases somebody whole, once it was confirmed, and not while they are helped', async () => {
    const kofi = await api.signedIn('kofi');
    const made = await kofi.post<Schemas['KnownRequester']>('/api/directory/requesters', {
      name: 'Ruth Okafor',
      address: 'ruth@example.org',
    });
    const { id } = made.body;
    const invited = await invite(kofi, {
      name: 'Ruth Okafor',
      address: 'ruth@example.org',
      subject: 'My pension letter is garbled',
    });
    const device = await joined(api, invited);
    const path = `/api/directory/requesters/${id}/erasure`;
    const open = await kofi.get<Problem>(path);
    expect([open.status, open.body.type]).toEqual([409, '/problems/session-still-open']);
    expect((await device.post('/api/device/leave')).status).toBe(200);
    const trial = await kofi.get<{ sessions: number; confirmation: string }>(path);
    expect(trial.body.sessions).toBe(1);
    const wrong = await kofi.post<Problem>(path, { confirmation: '0'.repeat(64) });
    expect([wrong.status, wrong.body.type]).toEqual([409, '/problems/erasure-changed']);
    expect((await (await api.signedIn('ana')).get(path)).status).toBe(403);
    const { confirmation } = trial.body;
    const key = crypto.randomUUID();
    const erased = await kofi.post<Schemas['Erased']>(path, { confirmation }, key);
    expect(erased.body.sessions).toBe(1);
    expect(await kofi.post(path, { confirmation }, key)).toEqual(
      jasmine.objectContaining({ status: 200, body: erased.body }),
    );
    expect((await kofi.get(path)).status).toBe(404);
    for (const text of ['pension', 'okafor']) {
      expect((await nora.get<{ rows: unknown[] }>(`/api/sessions?text=${text}`)).body.rows).toEqual(
        [],
      );
    }
    await seal();
    await nora.post('/api/audit/verifications');
    await work();
    const { body } = await lena.get<Schemas['AuditState']>('/api/audit/state');
    expect(body.verified?.result?.['findings']).toEqual([]);
  });

  it('finds sessions by what was said in them, for whoever may see them', async () => {
    const ana = await api.signedIn('ana');
    const mine = await invite(ana, { subject: 'The centrifuge wobbles' });
    const found = async (client: TestClient, query: string) =>
      (await client.get<{ rows: Schemas['QueueRow'][] }>(`/api/sessions?${query}`)).body.rows.map(
        ({ id }) => id,
      );
    expect(await found(ana, 'text=centrifuge')).toEqual([mine.id]);
    expect(await found(nora, 'text=centrifuge%20wobbles&technician=ana')).toEqual([mine.id]);
    expect(await found(await api.signedIn('farid'), 'text=centrifuge')).toEqual([]);
    const place = await ana.get<Problem>('/api/sessions?after=1.2');
    expect(place.status).toBe(400);
  });
});
