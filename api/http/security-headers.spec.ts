import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { isOperation } from '../operations.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import { makeTestCertificate, type TestCertificate } from '../testing/test-certificate-testing.js';
import { readDescription } from './request-validation.js';
import { RouteTable } from './route-table.js';

const description = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url));
const { operations } = new RouteTable(readDescription(description), isOperation);
const id = '0b7f2d2e-6d1c-4a57-8a85-0d3c9b0f7a11';

/** What is served beside the operations, and what is not there. */
const pages = ['/', '/queue/mine', '/i', '/help', '/api/docs', '/oidc/nothing', '/api/nothing'];
const files = ['/page/nothing.js', '/metrics', '/nothing.js', '/favicon.ico', '/openapi.yaml'];

describe('The headers of every answer', () => {
  for (const scheme of ['http', 'https'] as const) {
    describe(`by ${scheme}`, () => {
      let api: TestApi;
      let certificate: TestCertificate | undefined;
      let cookie: string;
      let csrfToken: string;

      beforeAll(async () => {
        certificate = scheme === 'https' ? await makeTestCertificate() : undefined;
        api = await openTestApi(certificate ? { tls: certificate } : {});
        const { headers } = await api.signedIn('nora');
        cookie = headers['Cookie'] ?? '';
        csrfToken = headers['X-CSRF-Token'] ?? '';
      });

      afterAll(async () => {
        await api.close();
        certificate?.remove();
      });

      async function headersOf(path: string, init: RequestInit = {}): Promise<Headers> {
        const answer = await fetch(api.url + path, { redirect: 'manual', ...init });
        await answer.body?.cancel(); // A stream would go on for ever.
        return answer.headers;
      }

      function expectProtection(headers: Headers, where: string): void {
        const policy = headers.get('content-security-policy') ?? '';
        expect(policy)
          .withContext(where)
          .toMatch(/default-src 'none'/);
        expect(policy).withContext(where).not.toContain('unsafe');
        expect(headers.get('strict-transport-security'))
          .withContext(where)
          .toBe(scheme === 'https' ? 'max-age=31536000' : null);
        expect(headers.get('x-content-type-options')).withContext(where).toBe('nosniff');
        expect(headers.get('x-frame-options')).withContext(where).toBe('DENY');
        expect(headers.get('referrer-policy')).withContext(where).toBe('no-referrer');
        expect(headers.get('cross-origin-opener-policy')).withContext(where).toBe('same-origin');
        expect(headers.get('cross-origin-resource-policy')).withContext(where).toBe('same-origin');
        expect(headers.get('permissions-policy')).withContext(where).toContain('camera=()');
        expect(headers.get('access-control-allow-origin')).withContext(where).toBeNull();
        expect(headers.get('x-powered-by')).withContext(where).toBeNull();
      }

      for (const { id: name, method, path } of operations) {
        it(`protect ${name}, known or not`, async () => {
          const there = path.replace(/\{[^}]+\}/g, id);
          expectProtection(await headersOf(there, { method }), 'a stranger');
          if (name === 'signOut') return;
          const headers = { Cookie: cookie, 'X-CSRF-Token': csrfToken };
          expectProtection(await headersOf(there, { method, headers }), 'signed in');
        });
      }

      it('protect every page and file, there or not', async () => {
        for (const path of [...pages, ...files]) expectProtection(await headersOf(path), path);
      });

      it(`set cookies that only this ${scheme === 'https' ? 'very host by TLS' : 'site'} gets, and no script`, async () => {
        const set = (await headersOf('/api/sign-in')).getSetCookie();
        const provider = (await headersOf(await signInPage())).getSetCookie();
        expect(set.length).toBeGreaterThan(0);
        for (const one of [...set, ...provider]) {
          expect(one).toMatch(/; ?HttpOnly/i);
          expect(one).toMatch(/; ?SameSite=(?:Lax|Strict)/i);
          if (scheme === 'https') expect(one).toMatch(/; ?Secure/i);
        }
        for (const one of set) {
          if (scheme === 'https') expect(one).toMatch(/^__Host-mayday/);
          expect(one).toContain('Path=/;');
          expect(one).not.toMatch(/Domain=/i);
        }
      });

      it('know the caller under TLS by the host’s own cookie alone', async () => {
        const plain = cookie.replace('__Host-', '');
        const answer = await fetch(`${api.url}/api/me`, { headers: { Cookie: plain } });
        expect(answer.status).toBe(scheme === 'https' ? 401 : 200);
      });

      it('do not help another site’s page, whatever it asks for', async () => {
        for (const { id: name, method, path } of operations) {
          const there = path.replace(/\{[^}]+\}/g, id);
          const headers = {
            Cookie: cookie,
            'X-CSRF-Token': csrfToken,
            Origin: 'https://evil.example',
          };
          const answer = await fetch(api.url + there, { method, headers, redirect: 'manual' });
          expect(answer.status).withContext(name).toBe(403);
          const { type } = (await answer.json()) as { type: string };
          expect(type).withContext(name).toBe('/problems/foreign-origin');
        }
      });

      it('do not help a page that another site sent here to change something', async () => {
        for (const { id: name, method, path } of operations) {
          if (method === 'GET') continue;
          const there = path.replace(/\{[^}]+\}/g, id);
          const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' };
          const answer = await fetch(api.url + there, { method, headers });
          expect(answer.status).withContext(name).toBe(403);
          await answer.body?.cancel();
        }
      });

      it('let no other site’s page open a socket', async () => {
        const url = `${api.url.replace('http', 'ws')}/api/media`;
        const origins = ['https://evil.example', 'null', api.url.replace('127.0.0.1', 'localhost')];
        for (const origin of origins) {
          const socket = new WebSocket(url, ['janus-protocol', 'ticket.x'], { origin });
          const { promise, resolve } = Promise.withResolvers<unknown>();
          socket.on('error', resolve);
          socket.on('open', resolve);
          expect(String(await promise))
            .withContext(origin)
            .toContain('403');
        }
      });

      async function signInPage(): Promise<string> {
        const begun = await fetch(`${api.url}/api/sign-in`, { redirect: 'manual' });
        const { pathname, search } = new URL(begun.headers.get('location') ?? '', api.url);
        return pathname + search;
      }
    });
  }
});
