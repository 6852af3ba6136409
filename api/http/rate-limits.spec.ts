import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { OperationId } from '../operation.js';
import { ProblemError } from '../problems/problem-error.js';
import { rateLimiters } from './rate-limits.js';

const done: RequestHandler = (_request, response) => {
  response.sendStatus(204);
};

const told: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof ProblemError) response.sendStatus(429);
  else next(error);
};

describe('The limits of requests', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const limitersOf = rateLimiters({ links: 1, signIns: 1, entries: 2, others: 6 }, 'mayday');
    const app = express();
    app.set('trust proxy', 1);
    for (const id of ['enterCode', 'claimSession', 'visitLink'] satisfies OperationId[]) {
      app.post(`/${id}`, [...limitersOf(id), done]);
    }
    app.use(told);
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });

  afterAll(() => {
    server.close();
  });

  async function send(id: OperationId, from: string, signIn?: string): Promise<number> {
    const cookie = signIn === undefined ? {} : { Cookie: `other=1; mayday=${signIn}` };
    const headers = { 'X-Forwarded-For': from, ...cookie };
    return (await fetch(`${url}/${id}`, { method: 'POST', headers })).status;
  }

  it('count codes that are entered by whoever is signed in, wherever they come from', async () => {
    expect(await send('enterCode', '198.51.100.1', 'ana')).toBe(204);
    expect(await send('enterCode', '198.51.100.2', 'ana')).toBe(204);
    expect(await send('enterCode', '198.51.100.3', 'ana')).toBe(429);
    expect(await send('enterCode', '198.51.100.3', 'bruno')).toBe(204);
    expect(await send('claimSession', '198.51.100.3', 'ana')).toBe(204);
  });

  it('count everything else by address, whoever it is', async () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((who) => ['enterCode', who] as const);
    const answers = await Promise.all(all.map(([id, who]) => send(id, '198.51.100.9', who)));
    expect(answers.filter((status) => status === 204).length).toBe(6);
    expect(await send('claimSession', '198.51.100.9', 'g')).toBe(429);
    expect(await send('visitLink', '198.51.100.9')).toBe(204);
    expect(await send('visitLink', '198.51.100.9')).toBe(429);
  });
});
