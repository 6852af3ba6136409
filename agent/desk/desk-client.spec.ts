import { createServer, type Server } from 'node:http';
import { DeskClient } from './desk-client.js';
import { DeskUnreachable } from './desk-problem.js';

describe('The client of the desk', () => {
  const servers: Server[] = [];

  async function serve(asked: string[]): Promise<string> {
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('picture');
    });
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
    const client = new DeskClient(await serve(atDesk));
    const other = await serve(elsewhere);
    expect(await client.face('/api/people/ana/face')).toHaveSize('picture'.length);
    for (const path of [`${other}/face`, `//${new URL(other).host}/face`]) {
      await expectAsync(client.face(path)).toBeRejectedWithError(DeskUnreachable);
    }
    expect([atDesk, elsewhere]).toEqual([['/api/people/ana/face'], []]);
  });
});
