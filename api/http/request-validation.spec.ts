import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { RequestValidation } from './request-validation.js';

type Checked = Parameters<RequestValidation['check']>[1];

describe('The validation of requests', () => {
  const [first, second] = [randomUUID(), randomUUID()];
  let server: Server;
  let path: Record<string, string>;

  beforeAll(async () => {
    const validation = new RequestValidation('openapi.yaml', { checkAnswers: false });
    const app = express();
    app.use(async (request: Checked, response) => {
      try {
        await validation.check({ id: 'getSession', path }, request, response);
        response.json(request.openapi?.pathParams);
      } catch {
        response.status(400).end();
      }
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    server.close();
  });

  /** What is known of the parameters of a path, when the table of routes has found `found` in it. */
  async function checked(id: string, found = id): Promise<unknown> {
    path = { id: found };
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/api/sessions/${id}`);
    return answer.ok ? answer.json() : answer.status;
  }

  it('looks an operation up once, and checks each request of it by its own parameters', async () => {
    expect(await checked(first)).toEqual({ id: first });
    expect(await checked(second)).toEqual({ id: second });
    expect(await checked('not-an-id')).toBe(400);
    expect(await checked(first)).toEqual({ id: first });
    // Nobody reads the address again: what the table found is what counts.
    expect(await checked(first, second)).toEqual({ id: second });
  });
});
