import { createServer, type RequestListener, type Server } from 'node:http';
import { DeskClient } from './desk-client.js';
import { DeskProblem, DeskUnreachable } from './desk-problem.js';

describe('The client of the desk', () => {
  const servers: Server[] = [];

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('asks its desk, and nobody else to whom the desk’s answers would lead it', async () => {
    const [atDesk, elsewhere]: [string[], string[]] = [[], []];
    const noting =
      (asked: string[]): RequestListener =>
      (request, response) => {
        asked.push(request.url ?? '');
        response.end('picture');
      };
    const client = new DeskClient(await serve(noting(atDesk)));
    const other = await serve(noting(elsewhere));
    expect(await client.face('/api/people/ana/face')).toHaveSize('picture'.length);
    for (const path of [`${other}/face`, `//${new URL(other).host}/face`]) {
      await expectAsync(client.face(path)).toBeRejectedWithError(DeskUnreachable);
    }
    expect([atDesk, elsewhere]).toEqual([['/api/people/ana/face'], []]);
  });

  it('heard nothing when an answer was cut off or garbled on its way', async () => {
    const cutOff = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 400 });
      response.write('{"messages": [', () => response.destroy());
    });
    await expectAsync(new DeskClient(cutOff).messages()).toBeRejectedWithError(DeskUnreachable);
    const garbled = await serve((_request, response) => {
      response.end('<h1>Sign in to the hotel’s network</h1>');
    });
    await expectAsync(new DeskClient(garbled).messages()).toBeRejectedWithError(DeskUnreachable);
  });

  it('hears a no in its code, and from a proxy in between without one', async () => {
    const desk = await serve((_request, response) => {
      response.writeHead(410).end('{"type": "/problems/session-closed", "title": "It is over."}');
    });
    await expectAsync(new DeskClient(desk).messages()).toBeRejectedWith(
      jasmine.objectContaining({ code: 'session-closed', status: 410 }),
    );
    const proxy = await serve((_request, response) => {
      response.writeHead(502).end('Bad gateway');
    });
    await expectAsync(new DeskClient(proxy).messages()).toBeRejectedWithError(DeskProblem);
  });
});
