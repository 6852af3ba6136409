import { randomBytes } from 'node:crypto';
import { rowsOf } from '../../activities/store/database.js';
import { codeFrom } from '../../workflows/domain/codes/code.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';

/** How far two distributions stand apart: the greatest distance between their shares (Kolmogorov–Smirnov). */
function apart(one: readonly number[], other: readonly number[]): number {
  const below = (times: readonly number[], at: number): number =>
    times.filter((time) => time <= at).length / times.length;
  return Math.max(...[...one, ...other].map((at) => Math.abs(below(one, at) - below(other, at))));
}

/** Beyond this, two samples of `size` from one distribution lie once in ten thousand times. */
function tellable(size: number): number {
  return 2.23 * Math.sqrt(2 / size);
}

describe('The time that a wrong code takes', () => {
  const rounds = 40;
  let api: TestApi;
  let ana: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    ana = await api.signedIn('ana');
  });

  afterAll(async () => {
    await api.close();
  });

  async function issued(): Promise<string> {
    const answer = await api.stranger.post<{ code: string }>('/api/codes', {
      deviceKey: randomBytes(32).toString('base64url'),
      kind: 'helper',
      info: { system: 'Debian GNU/Linux' },
    });
    return answer.body.code;
  }

  async function timed(code: string): Promise<number> {
    const begun = performance.now();
    const { status } = await ana.post('/api/code-entries', { code });
    expect(status).toBe(404);
    return performance.now() - begun;
  }

  it('does not tell unknown, used, expired and mistyped ones apart', async () => {
    const { owner } = api.tester.database;
    const used = await issued();
    expect((await ana.post('/api/code-entries', { code: used })).status).toBe(201);
    const expired = await issued();
    await rowsOf(
      owner,
      `update codes set expires_at = clock_timestamp() - interval '1 second' where ended_at is null`,
    );
    const codes = { used, expired, unknown: codeFrom(77_777_777), mistyped: '123456789' };
    const times = new Map<string, number[]>(Object.keys(codes).map((kind) => [kind, []]));
    await timed(codes.unknown);
    for (let round = 0; round < rounds; round += 1) {
      await rowsOf(owner, 'delete from door_budgets');
      for (const [kind, code] of Object.entries(codes)) times.get(kind)?.push(await timed(code));
    }
    const kinds = [...times.values()];
    for (const one of kinds) {
      for (const other of kinds) expect(apart(one, other)).toBeLessThan(tellable(rounds));
    }
  }, 120_000);
});
