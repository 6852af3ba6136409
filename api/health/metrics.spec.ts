import express from 'express';
import { ProblemError } from '../problems/problem-error.js';
import { Metrics, type MetricsDoor } from './metrics.js';

const nothing = { size: 0 };

describe('The figures for Prometheus', () => {
  async function statusFor(
    door: MetricsDoor,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const metrics = new Metrics({ staffStreams: nothing, deviceStreams: nothing, relay: nothing });
    const app = express();
    app.get('/metrics', metrics.page(door));
    const refused: express.ErrorRequestHandler = (error, _request, response, next) => {
      if (error instanceof ProblemError) response.sendStatus(error.toProblem().status);
      else next(error);
    };
    app.use(refused);
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { status } = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
    await new Promise((resolve) => server.close(resolve));
    return status;
  }

  it('are shown to this machine', async () => {
    expect(await statusFor({ token: null, trustedProxies: 0 })).toBe(200);
  });

  it('are shown to nobody for whom a proxy of this machine asks', async () => {
    for (const header of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
      const asked = { [header]: '203.0.113.7' };
      expect(await statusFor({ token: null, trustedProxies: 0 }, asked))
        .withContext(header)
        .toBe(404);
    }
    // Some proxies say nothing at all.
    expect(await statusFor({ token: null, trustedProxies: 1 })).toBe(404);
  });

  it('are shown to who brings the token, and with one to nobody else', async () => {
    const door = { token: 'a-token-of-this-desk', trustedProxies: 1 };
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
    expect(await statusFor(door, bearer('a-token-of-this-desk'))).toBe(200);
    expect(await statusFor(door, bearer('another'))).toBe(404);
    expect(await statusFor({ ...door, trustedProxies: 0 })).toBe(404);
  });
});
