import { request as plainRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { isOperation, operations } from '../operations.js';
import { SampleRequests } from '../testing/sample-request-testing.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';
import { readDescription } from './request-validation.js';
import { RouteTable } from './route-table.js';

const description = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url));
const table = new RouteTable(readDescription(description), isOperation);
const samples = new SampleRequests(description);

/** Other spellings of a path that proxies, browsers or frameworks have been known to take for it. */
function spellingsOf(path: string): string[] {
  const last = path.lastIndexOf('/');
  const [before, end] = [path.slice(0, last), path.slice(last + 1)];
  const first = end.charCodeAt(0).toString(16);
  return [
    `${path}/`,
    `${path}//`,
    `/${path}`,
    `${path};`,
    `${path};jsessionid=1`,
    `${before};x/${end}`,
    `${path}%2f`,
    `${path}%2e`,
    `${path}.`,
    `${path}%00`,
    `${path}%20`,
    `${path}%252e`,
    `${path}%23`,
    `${path}%3f`,
    `${path}.json`,
    `${path}\\`,
    `${before}//${end}`,
    `${before}/./${end}`,
    `${before}/%2e/${end}`,
    `${before}/x/../${end}`,
    `${before}/x/%2e%2e/${end}`,
    `${before}/x/%252e%252e/${end}`,
    `${before}/x/..;/${end}`,
    `${before}%2f${end}`,
    `${before}%252f${end}`,
    `${before}/%${first}${end.slice(1)}`,
    `${before}/%25${first}${end.slice(1)}`,
    path.replace('/api', '/API'),
    path.replace('/api', '/Api'),
    path.replace('/api', '/%61pi'),
    path.replace('/api', '/./api'),
    path.replace('/api', '/x/../api'),
    path.replace('/api', '//api'),
  ];
}

const overriding: readonly string[] = [
  'X-HTTP-Method-Override',
  'X-HTTP-Method',
  'X-Method-Override',
];

describe('Tricks with paths and methods', () => {
  let api: TestApi;
  let nora: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    nora = await api.signedIn('nora');
  });

  afterAll(async () => {
    await api.close();
  });

  /** Sends a path exactly as it stands: `fetch` would tidy it up first. */
  function statusOf(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const url = new URL(api.url);
    const sent = plainRequest({
      host: url.hostname,
      port: url.port,
      method,
      path,
      headers: { ...nora.headers, ...headers },
    });
    sent.on('response', (answer) => {
      // A connection serves many tricks, unless what came goes on for ever.
      if (answer.headers['content-type']?.startsWith('text/event-stream') === true)
        answer.destroy();
      else answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
    return promise;
  }

  it('find no operation under any other spelling, though its owner asks', async () => {
    const found: string[] = [];
    for (const { id, method, path } of table.operations) {
      const canonical = samples.of(method, path, {}).path.split('?')[0] ?? '';
      expect(table.find(method, canonical))
        .withContext(canonical)
        .toEqual(jasmine.objectContaining({ id }));
      // After a parameter these are no trick: another value, which the description does not take.
      const isValue = (spelling: string) =>
        path.endsWith('}') &&
        /^[.]/.test(spelling.slice(canonical.length)) &&
        spelling.startsWith(canonical);
      const spellings = spellingsOf(canonical).filter(
        (spelling) => spelling !== canonical && !isValue(spelling),
      );
      const statuses = await Promise.all(spellings.map((spelling) => statusOf(method, spelling)));
      spellings.forEach((spelling, index) => {
        const status = statuses[index] ?? 0;
        // What lies outside of /api is the console's pages or nothing; the parser refuses the rest.
        const isRefused = [400, 404, 405].includes(status);
        const isPage = method === 'GET' && status === 200 && !spelling.startsWith('/api/');
        if (!isRefused && !isPage) found.push(`${method} ${spelling}: ${status}`);
        if (table.find(method, spelling) !== 'not-found')
          found.push(`${method} ${spelling} in the table`);
      });
    }
    expect(found).toEqual([]);
  }, 60_000);

  it('change no method by a header, a query or a body', async () => {
    const overridden = table.operations.filter(({ method }) => method === 'GET');
    for (const { id, path } of overridden) {
      if (operations[id].access === 'public' || id === 'live') continue;
      const canonical = samples.of('GET', path, {}).path;
      const plain = await statusOf('GET', canonical);
      for (const header of overriding) {
        for (const method of ['POST', 'DELETE', 'PUT']) {
          const status = await statusOf('GET', canonical, { [header]: method });
          expect(status).withContext(`${canonical} ${header}: ${method}`).toBe(plain);
        }
      }
    }
  }, 60_000);

  it('are no way round what a method may do', async () => {
    for (const method of ['HEAD', 'TRACE', 'OPTIONS', 'PROPFIND']) {
      expect(await statusOf(method, '/api/queue?view=all'))
        .withContext(method)
        .toBe(405);
    }
  });
});
