import { randomUUID } from 'node:crypto';
import type { components } from '../generated/openapi.js';
import { rowsOf } from '../../activities/store/database.js';
import { connect, invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestAnswer, TestClient } from '../testing/test-client-testing.js';

type Problem = components['schemas']['Problem'];

describe('Bad input', () => {
  let api: TestApi;
  let ana: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    ana = await api.signedIn('ana');
  });

  afterAll(async () => {
    await api.close();
  });

  function problemIn({ status, headers, body }: TestAnswer): string {
    const problem = body as Problem;
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(problem.status).toBe(status);
    expect(problem.title).toMatch(/\.$/);
    expect(JSON.stringify(problem)).not.toMatch(/ at .*\.js|node_modules|Error:/);
    return `${status} ${problem.type}`;
  }

  async function eventCount(): Promise<number> {
    const statement = 'select count(*)::int as n from session_events';
    const [row] = await rowsOf<{ n: number }>(api.tester.database.app, statement);
    return row?.n ?? -1;
  }

  it('gets a plain answer for a malformed body, and which part is wrong', async () => {
    const before = await eventCount();
    const send = async (text: string) =>
      problemIn(await ana.send('POST', '/api/invitations', { text }));
    for (const text of ['{', '[]', 'null', '"x"', '{}', '{"name":1,"subject":2}', '']) {
      expect(await send(text))
        .withContext(text)
        .toMatch(/^4(?:00|15) /);
    }
    const unknown = await ana.post<Problem>('/api/invitations', {
      name: 'A',
      subject: 'B',
      colour: 'red',
    });
    expect(unknown.body.errors?.[0]?.path).toContain('colour');
    expect(await eventCount()).toBe(before);
  });

  it('is told by a code of its place, with the limit that was passed', async () => {
    const faultsOf = async (body: object) => {
      const { body: problem } = await ana.post<Problem>('/api/invitations', body);
      return problem.errors?.map(({ path, code, values }) => [path, code, values?.['limit']]);
    };
    const person = { name: 'A', subject: 'B' };
    const wrong: readonly (readonly [object, readonly unknown[]])[] = [
      [{ name: 'A' }, ['/body/subject', 'missing', undefined]],
      [{ ...person, name: '' }, ['/body/name', 'empty', undefined]],
      [{ ...person, name: ' ' }, ['/body/name', 'empty', undefined]],
      [{ ...person, name: 'A'.repeat(5_000) }, ['/body/name', 'too-long', 100]],
      [{ ...person, name: 'Aa\u200Bron' }, ['/body/name', 'invisible-signs', undefined]],
      [{ ...person, name: 'Aaron\nW' }, ['/body/name', 'invisible-signs', undefined]],
      [{ ...person, department: 'A\nB' }, ['/body/department', 'invisible-signs', undefined]],
      [{ ...person, customer: 'A\u2028B' }, ['/body/customer', 'invisible-signs', undefined]],
      [{ ...person, name: 1 }, ['/body/name', 'malformed', undefined]],
      [{ ...person, address: 'nobody' }, ['/body/address', 'not-an-address', undefined]],
      [{ ...person, priority: 'some' }, ['/body/priority', 'choice-unknown', undefined]],
      [{ ...person, colour: 'red' }, ['/body/colour', 'field-unknown', undefined]],
    ];
    for (const [body, fault] of wrong) {
      expect(await faultsOf(body))
        .withContext(JSON.stringify(body).slice(0, 80))
        .toContain(fault);
    }
    const { body } = await ana.get<Problem>('/api/queue?view=mine&colour=red');
    expect(body.errors).toEqual([jasmine.objectContaining({ code: 'field-unknown' })]);
    const many = await ana.get<Problem>('/api/queue?view=mine&limit=5000');
    expect(many.body.errors).toEqual([jasmine.objectContaining({ code: 'too-large' })]);
  });

  it('is refused where an instant is named that there is not', async () => {
    const nora = await api.signedIn('nora');
    for (const instant of [
      '2026-11-27T25:00:00Z',
      '2026-11-27T23:60:00Z',
      '2026-11-27T23:59:60Z',
      '2026-02-30T00:00:00Z',
      '2026-19-01T00:00:00Z',
    ]) {
      for (const list of ['/api/audit', '/api/sessions', '/api/audit/bundle']) {
        const answer = await nora.get<Problem>(`${list}?from=${instant}`);
        expect(problemIn(answer)).withContext(instant).toBe('400 /problems/malformed-request');
        expect(answer.body.errors?.[0]?.path).toBe('/query/from');
      }
    }
    const leapDay = await nora.get('/api/sessions?from=2024-02-29T23:59:59.999-03:00');
    expect(leapDay.status).toBe(200);
  });

  it('leaves nobody remembered whom it would have invited into a channel that is closed', async () => {
    const kofi = await api.signedIn('kofi');
    const body = { name: 'Nobody Yet', subject: 'Slow', channel: 'closed' };
    const answer = await kofi.post<Problem>('/api/invitations', body);
    expect(problemIn(answer)).toBe('422 /problems/channel-unknown');
    expect(answer.body.errors?.[0]?.path).toBe('/body/channel');
    const remembered = "select 1 from requesters where name = 'Nobody Yet'";
    expect(await rowsOf(api.tester.database.app, remembered)).toEqual([]);
  });

  it('is refused where a text holds what cannot be kept, and told where', async () => {
    const before = await eventCount();
    const person = { name: 'Aaron', subject: 'Slow' };
    const ask = (body: object) => ana.post<Problem>('/api/invitations', body);
    for (const text of ['a\0b', 'half \ud83d of it', '\udc4b first']) {
      const answer = await ask({ ...person, subject: text });
      expect(problemIn(answer)).toBe('422 /problems/text-unreadable');
      expect(answer.body.errors?.map(({ path }) => path)).toEqual(['/body/subject']);
    }
    const queue = await ana.get<Problem>('/api/queue?view=mine&channel=%00');
    expect([400, 422]).toContain(queue.status);
    const code = await api.stranger.post<Problem>('/api/codes', {
      deviceKey: randomUUID(),
      kind: 'helper',
      info: { system: 'a', addresses: ['b', '\0'] },
    });
    expect(code.body.errors?.[0]?.path).toBe('/body/info/addresses/1');
    expect(await eventCount()).toBe(before);
    expect((await ask({ ...person, subject: 'a whole 👋' })).status).toBe(201);
  });

  it('is refused when it is too long or too large', async () => {
    const body = { name: 'n'.repeat(101), subject: 's' };
    expect(problemIn(await ana.post('/api/invitations', body))).toBe(
      '400 /problems/malformed-request',
    );
    const huge = { name: 'A', subject: 'x'.repeat(70_000) };
    expect(problemIn(await ana.post('/api/invitations', huge))).toBe('413 /problems/too-large');
  });

  it('is refused when it is nested deeper than anybody could follow', async () => {
    const kofi = await api.signedIn('kofi');
    const faults = async (levels: number, path: string) => {
      const text = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
      const answer = await kofi.send<Problem>('PUT', path, { text });
      expect(problemIn(answer)).toMatch(/^422 /);
      return answer.body.errors?.map(({ path: place, message }) => `${place} ${message}`);
    };
    const tooDeep = ['/body is nested deeper than 100 levels'];
    for (const path of ['/api/routing/rules', '/api/channels/general/routing']) {
      expect(await faults(100, path)).not.toEqual(tooDeep);
      for (const levels of [101, 2_000, 9_000]) expect(await faults(levels, path)).toEqual(tooDeep);
    }
  });

  it('is none where words in an address hold a sign that needs no encoding there', async () => {
    const nora = await api.signedIn('nora');
    const words = "O'Neil+(nights)@example.org,*!$;:/?";
    for (const path of [
      `/api/directory/requesters?text=${words}`,
      `/api/sessions?text=${words}`,
      `/api/policy/explanation?technician=${words}&channel=general&action=session.create&relation=own`,
    ]) {
      expect((await nora.get(path)).status)
        .withContext(path)
        .not.toBe(400);
    }
  });

  it('is refused when it is not JSON', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const sent = await ana.send('POST', '/api/invitations', { text: 'hello', headers });
    expect(problemIn(sent)).toBe('415 /problems/unsupported-media-type');
    const before = await eventCount();
    const written = JSON.stringify({ name: 'José', subject: 'Slow' });
    const text = Uint8Array.from(Buffer.from(written, 'latin1'));
    const inLatin = await ana.send<Problem>('POST', '/api/invitations', { text });
    expect(problemIn(inLatin)).toBe('400 /problems/malformed-request');
    expect(inLatin.body.detail).toBe('The body is not JSON in UTF-8.');
    expect(await eventCount()).toBe(before);
  });

  it('cannot tell an unknown session from one that may not be seen', async () => {
    const hugo = await api.signedIn('hugo');
    const { id } = await invite(ana);
    const [hidden, unknown] = [
      await hugo.get(`/api/sessions/${id}`),
      await hugo.get(`/api/sessions/${randomUUID()}`),
    ];
    expect(hidden.body).toEqual(unknown.body);
    expect(problemIn(hidden)).toBe('404 /problems/not-found');
    expect(problemIn(await ana.get('/api/sessions/not-an-id'))).toBe(
      '400 /problems/malformed-request',
    );
    expect((await ana.get(`/api/sessions/${id}`)).status).toBe(200);
  });

  it('in the wrong state changes nothing and says why', async () => {
    const { id } = await invite(ana);
    const before = await eventCount();
    const starting = await ana.post(`/api/sessions/${id}/start`, { scopes: ['view'] });
    expect(problemIn(starting)).toBe('409 /problems/not-ready');
    expect(problemIn(await ana.post(`/api/sessions/${id}/resume`))).toBe(
      '409 /problems/not-on-hold',
    );
    expect(problemIn(await ana.post(`/api/sessions/${id}/reopen`))).toBe(
      '409 /problems/session-not-ended',
    );
    expect(await eventCount()).toBe(before);
  });

  it('hears in which way a link fails', async () => {
    const visit = async (token: string) =>
      problemIn(await api.stranger.post('/api/link-visits', { token }));
    expect(await visit('mistyped-token')).toBe('404 /problems/link-unknown');

    const used = await invite(ana);
    await joined(api, used);
    const second = {
      token: used.token,
      deviceKey: randomUUID(),
      kind: 'browser',
      info: { system: 'x' },
    };
    expect(problemIn(await api.stranger.post('/api/device-sessions', second))).toBe(
      '409 /problems/link-used-by-another-device',
    );
    await ana.post(`/api/sessions/${used.id}/close`, { outcome: 'solved' });
    expect(await visit(used.token)).toBe('410 /problems/session-closed');

    const withdrawn = await invite(ana);
    await ana.post(`/api/sessions/${withdrawn.id}/close`, { outcome: 'withdrawn' });
    expect(await visit(withdrawn.token)).toBe('410 /problems/link-withdrawn');

    const late = await invite(ana);
    await rowsOf(
      api.tester.database.owner,
      `update sessions set document = jsonb_set(document, '{startBy}', '1') where id = :id`,
      { id: late.id },
    );
    expect(await visit(late.token)).toBe('410 /problems/link-expired');
  });

  it('gets nowhere with a forged token, or with the token of another session', async () => {
    const forged = { headers: { Authorization: `Bearer ${'x'.repeat(43)}` } };
    const answer = await api.stranger.send('GET', '/api/device/session', forged);
    expect(problemIn(answer)).toBe('401 /problems/device-token-unknown');

    const [mine, theirs] = [await invite(ana), await invite(ana)];
    const [device, other] = [await joined(api, mine), await joined(api, theirs)];
    const started = await ana.post<components['schemas']['SessionDetail']>(
      `/api/sessions/${mine.id}/start`,
      { scopes: ['view'] },
    );
    const consent = { questionId: started.body.question?.id, scopes: ['view'] };
    expect(problemIn(await other.post('/api/device/consent', consent))).toBe(
      '409 /problems/question-unknown',
    );
    expect((await device.post('/api/device/consent', consent)).status).toBe(200);
    expect(problemIn(await device.get('/api/queue?view=all'))).toBe('401 /problems/not-signed-in');
  });

  it('gets no picture before consent', async () => {
    const session = await invite(ana);
    const device = await joined(api, session);
    const asked = await ana.post(`/api/sessions/${session.id}/media-ticket`);
    expect(problemIn(asked)).toBe('409 /problems/consent-missing');
    expect(problemIn(await device.post('/api/device/media-ticket'))).toBe(
      '409 /problems/consent-missing',
    );
    await connect(ana, device, session.id);
    expect((await ana.post(`/api/sessions/${session.id}/media-ticket`)).status).toBe(201);
  });

  it('from another page is refused', async () => {
    const body = { name: 'A', subject: 'B' };
    const foreign = { body, headers: { Origin: 'https://evil.example' } };
    expect(problemIn(await ana.send('POST', '/api/invitations', foreign))).toBe(
      '403 /problems/foreign-origin',
    );
    const tokenless = { body, headers: { 'X-CSRF-Token': 'guess' } };
    expect(problemIn(await ana.send('POST', '/api/invitations', tokenless))).toBe(
      '403 /problems/csrf-token-wrong',
    );
  });

  it('sent twice with one key does it once, and another request under the key is refused', async () => {
    const key = randomUUID();
    const body = { name: 'Dana', subject: 'No sound', channel: 'general' };
    const [first, second] = [
      await ana.post('/api/invitations', body, key),
      await ana.post('/api/invitations', body, key),
    ];
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const other = await ana.post('/api/invitations', { ...body, subject: 'No picture' }, key);
    expect(problemIn(other)).toBe('422 /problems/idempotency-key-reused');
  });

  it('in the path leads nowhere', async () => {
    for (const path of [
      '/api/queue/?view=all',
      '/API/queue?view=all',
      '/api/%71ueue?view=all',
      '/api//queue?view=all',
      '/api/queue;x?view=all',
      '/api/me/..;/queue',
    ]) {
      const answer = await ana.get(path);
      expect(problemIn(answer)).withContext(path).toBe('404 /problems/not-found');
    }
    const overridden = await ana.send('GET', '/api/queue?view=all', {
      headers: { 'X-HTTP-Method-Override': 'POST' },
    });
    expect(overridden.status).toBe(200);
    const deleting = await ana.send('DELETE', '/api/queue');
    expect(problemIn(deleting)).toBe('405 /problems/method-not-allowed');
    expect(deleting.headers.get('allow')).toBe('GET');
    expect(problemIn(await ana.get('/api/queue?view=all&debug=1'))).toBe(
      '400 /problems/malformed-request',
    );
    expect(problemIn(await ana.get('/api/queue?view=all&after=x'))).toBe(
      '400 /problems/malformed-request',
    );
  });
});
