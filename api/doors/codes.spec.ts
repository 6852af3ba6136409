import { randomBytes, randomUUID } from 'node:crypto';
import { rowsOf } from '../../activities/store/database.js';
import { codeFrom, inThrees } from '../../workflows/domain/codes/code.js';
import type { components } from '../generated/openapi.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestAnswer, TestClient } from '../testing/test-client-testing.js';
import { workOut } from '../testing/work-testing.js';

type Schemas = components['schemas'];
type Issued = Schemas['IssuedCode'];
type Standing = Schemas['CodeStanding'];
type Detail = Schemas['SessionDetail'];
type Problem = Schemas['Problem'];

describe('Codes over HTTP', () => {
  let api: TestApi;
  let ana: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    ana = await api.signedIn('ana');
  });

  beforeEach(async () => {
    await rowsOf(api.tester.database.owner, 'delete from door_budgets');
  });

  afterAll(async () => {
    await api.close();
  });

  const device = () => ({
    deviceKey: randomBytes(32).toString('base64url'),
    kind: 'helper' as const,
    info: { system: 'Debian GNU/Linux', host: 'studio-14', user: 'aaron' },
    language: 'pt-BR' as const,
  });

  async function issued(body: object = device()): Promise<Issued> {
    const answer = await api.stranger.post<Issued>('/api/codes', body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  const enter = <Body = Detail>(
    who: TestClient,
    code: string,
    more: object = {},
  ): Promise<TestAnswer<Body>> => who.post<Body>('/api/code-entries', { code, ...more });

  const standing = ({ deviceToken }: Issued): Promise<TestAnswer<Standing>> =>
    api.stranger.post<Standing>('/api/code-waits', { deviceToken });

  it('lead the technician who enters one to a session of their own, and the device to the same', async () => {
    const asking = device();
    const one = await issued(asking);
    expect(one.code).toMatch(/^[0-9]{9}$/);
    expect(one.remainingMs).toBe(600_000);
    const waited = standing(one);
    const { status, body } = await enter(ana, ` ${inThrees(one.code)} `);
    expect(status).toBe(201);
    expect(body.assignee?.key).toBe('ana');
    expect([body.origin, body.state, body.connection]).toEqual(['code', 'ready', 'connected']);
    expect(body.requester.name).toBe('aaron');
    const found = (await waited).body;
    expect(found.state).toBe('used');
    const token = found.link?.url.split('#')[1];
    const { deviceKey, kind, info } = asking;
    const joined = await api.stranger.post<{ session: Schemas['DeviceSession'] }>(
      '/api/device-sessions',
      { token, deviceKey, kind, info },
    );
    expect(joined.body.session.id).toBe(body.id);
    expect(joined.body.session.assignee?.name).toBe('Ana Moreira');
  });

  it('work once, also when the same entry comes twice', async () => {
    const one = await issued();
    const key = randomUUID();
    const first = await ana.post<Detail>('/api/code-entries', { code: one.code }, key);
    const again = await ana.post<Detail>('/api/code-entries', { code: one.code }, key);
    expect(again.body.id).toBe(first.body.id);
    expect((await enter(ana, one.code)).status).toBe(404);
  });

  it('fall to one of two technicians at once', async () => {
    const one = await issued();
    const bruno = await api.signedIn('bruno');
    const answers = await Promise.all([enter(ana, one.code), enter(bruno, one.code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  it('are refused with one and the same answer, whatever is wrong with them', async () => {
    const used = await issued();
    await enter(ana, used.code);
    const expired = await issued();
    await rowsOf(
      api.tester.database.owner,
      `update codes set expires_at = clock_timestamp() - interval '1 second' where ended_at is null`,
    );
    const givenUp = await issued();
    await api.stranger.post('/api/code-waits/end', { deviceToken: givenUp.deviceToken });
    const bodies: string[] = [];
    for (const code of [
      used.code,
      expired.code,
      givenUp.code,
      codeFrom(99_999_999),
      mistypedOf(4),
    ]) {
      const answer = await enter<Problem>(ana, code);
      expect(answer.status).toBe(404);
      bodies.push(JSON.stringify(answer.body));
    }
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('/problems/code-unknown');
  });

  it('are entered only by those who may begin a session there', async () => {
    const one = await issued();
    const ivan = await api.signedIn('ivan');
    expect((await enter(ivan, one.code, { channel: 'general' })).status).toBe(403);
    expect((await api.stranger.post('/api/code-entries', { code: one.code })).status).toBe(401);
    expect((await enter(ana, one.code, { channel: 'nowhere' })).status).not.toBe(201);
    expect((await enter(ana, one.code)).status).toBe(201);
  });

  it('are over for a device that asks for another, gives up, or was never known', async () => {
    const asking = device();
    const first = await issued(asking);
    const second = await issued(asking);
    expect((await standing(first)).body.state).toBe('over');
    await api.stranger.post('/api/code-waits/end', { deviceToken: second.deviceToken });
    expect((await standing(second)).body.state).toBe('over');
    const unknown = await api.stranger.post<Problem>('/api/code-waits', {
      deviceToken: randomBytes(32).toString('base64url'),
    });
    expect([unknown.status, unknown.body.type]).toEqual([410, '/problems/code-over']);
  });

  it('end the wait of a device when somebody withdraws them', async () => {
    const one = await issued();
    const kofi = await api.signedIn('kofi');
    const doors = await kofi.get<{ doors: Schemas['Door'][] }>('/api/doors');
    const door = doors.body.doors.find(({ kind, mayWithdraw }) => kind === 'code' && mayWithdraw);
    expect(door?.name).toContain('studio-14');
    expect(JSON.stringify(doors.body)).not.toContain(one.code);
    const path = `/api/codes/${door?.id ?? ''}/withdraw`;
    expect((await ana.post(path)).status).toBe(403);
    expect((await kofi.post(path)).status).toBe(204);
    expect((await kofi.post(path)).status).toBe(410);
    expect((await standing(one)).body.state).toBe('over');
    expect((await enter(ana, one.code)).status).toBe(404);
  });

  it('cost work once one address has asked for many, and then are given out again', async () => {
    let last = await api.stranger.post<Issued & Problem>('/api/codes', device());
    for (let asked = 0; last.status === 201 && asked < 20; asked += 1) {
      last = await api.stranger.post('/api/codes', device());
    }
    expect([last.status, last.body.type]).toEqual([429, '/problems/work-wanted']);
    const { work } = last.body;
    if (!work) throw new Error('No work was asked for.');
    const forged = { challenge: work.challenge, answer: 0 };
    const refused = await api.stranger.post('/api/codes', { ...device(), proof: forged });
    expect(refused.status).toBe(429);
    const proof = workOut(work);
    const paid = await api.stranger.post<Issued>('/api/codes', { ...device(), proof });
    expect([paid.status, paid.body.code.length]).toEqual([201, 9]);
    const twice = await api.stranger.post('/api/codes', { ...device(), proof });
    expect(twice.status).toBe(429);
  });

  it('cost work once an account has guessed a dozen, and right ones and typing errors cost nothing', async () => {
    const wrong = codeFrom(88_888_888);
    for (let tries = 0; tries < 10; tries += 1) expect((await enter(ana, wrong)).status).toBe(404);
    const refused = await enter<Problem>(ana, wrong);
    expect(refused.body.type).toBe('/problems/work-wanted');
    const mistyped = await enter<Problem>(ana, mistypedOf(4));
    expect(mistyped.body.type).toBe('/problems/code-unknown');
    const bruno = await api.signedIn('bruno');
    for (let tries = 0; tries < 12; tries += 1) {
      const one = await issued();
      await rowsOf(api.tester.database.owner, "delete from door_budgets where kind like 'issue%'");
      const entered = await enter(bruno, one.code);
      expect(entered.status).withContext(JSON.stringify(entered.body)).toBe(201);
    }
  });
});

/** A code whose last digit is wrong. */
function mistypedOf(number: number): string {
  const code = codeFrom(number);
  return `${code.slice(0, 8)}${(Number(code.slice(8)) + 1) % 10}`;
}
