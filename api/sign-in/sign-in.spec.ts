import { openTestApi, type TestApi } from '../testing/test-api-testing.js';

/** A browser as far as signing in needs one: it keeps cookies and follows redirections. */
class Browser {
  readonly #origin: string;
  readonly cookies = new Map<string, string>();
  /** Every `Set-Cookie` header there was. */
  readonly set: string[] = [];

  constructor(origin: string) {
    this.#origin = origin;
  }

  async go(url: string, form?: Record<string, string>): Promise<{ url: string; answer: Response }> {
    let next = new URL(url, this.#origin);
    let body = form && new URLSearchParams(form);
    for (;;) {
      const answer = await fetch(next, {
        method: body ? 'POST' : 'GET',
        redirect: 'manual',
        headers: {
          Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        ...(body ? { body } : {}),
      });
      this.#keep(answer);
      body = undefined;
      const location = answer.headers.get('location');
      if (location === null || next.pathname === '/') return { url: next.pathname, answer };
      next = new URL(location, next);
    }
  }

  #keep(answer: Response): void {
    for (const cookie of answer.headers.getSetCookie()) {
      this.set.push(cookie);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
  }
}

describe('Signing in', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
  });

  afterAll(async () => {
    await api.close();
  });

  async function signIn(browser: Browser, technician: string, password = api.password) {
    const { url, answer } = await browser.go('/api/sign-in?returnTo=%2Fqueue%2Fmine');
    expect(await answer.text()).toContain('Ana Moreira');
    return browser.go(url, { technician, password });
  }

  it('takes a person of the demonstration to where they wanted to go', async () => {
    const browser = new Browser(api.url);
    const { url } = await signIn(browser, 'ana');
    expect(url).toBe('/queue/mine');
    const { answer } = await browser.go('/api/me');
    expect(await answer.json()).toEqual(
      jasmine.objectContaining({ organisation: 'Northwind IT Support' }),
    );
  });

  it('gives a cookie that no script and no other site can use', async () => {
    const browser = new Browser(api.url);
    await signIn(browser, 'ana');
    const cookie = browser.set.find((one) => one.startsWith('mayday=')) ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
  });

  it('gives another cookie each time', async () => {
    const browser = new Browser(api.url);
    await signIn(browser, 'ana');
    const first = browser.cookies.get('mayday');
    await signIn(browser, 'ana');
    expect(browser.cookies.get('mayday')).not.toBe(first);
    const old = await fetch(`${api.url}/api/me`, { headers: { Cookie: `mayday=${first ?? ''}` } });
    expect(old.status).toBe(401);
  });

  it('wants the right password', async () => {
    const { answer } = await signIn(new Browser(api.url), 'ana', 'guess');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('not the demonstration password');
  });

  it('is not for who is switched off or unknown', async () => {
    for (const technician of ['otto', 'mallory']) {
      const { answer } = await signIn(new Browser(api.url), technician);
      expect(answer.status).withContext(technician).toBe(422);
    }
  });

  it('cannot be finished by another browser than began it', async () => {
    const answer = await fetch(`${api.url}/api/sign-in/callback?code=x&state=y`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual(
      jasmine.objectContaining({ type: '/problems/sign-in-failed' }),
    );
  });

  it('leads to no other site afterwards', async () => {
    for (const to of ['https%3A%2F%2Fevil.example', '%2F%2Fevil.example', '%2F%5Cevil.example']) {
      const answer = await fetch(`${api.url}/api/sign-in?returnTo=${to}`, { redirect: 'manual' });
      expect(answer.status).withContext(to).toBe(400);
    }
  });

  it('speaks Portuguese to who prefers it', async () => {
    const browser = new Browser(api.url);
    const { url } = await browser.go('/api/sign-in');
    const { answer } = await browser.go(`${url}?lang=pt-BR`);
    expect(await answer.text()).toContain('Senha da demonstração');
  });
});
