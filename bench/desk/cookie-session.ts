/** Requests to one server that keep its cookies, as a browser does. */
export class CookieSession {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  get(path: string): Promise<Response> {
    return this.send(path, {});
  }

  /** Sends a request and follows redirects within the server. */
  async send(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path, this.#origin);
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    this.#keepCookies(response);
    const next = response.headers.get('Location');
    if (next === null || response.status < 300 || response.status > 399) return response;
    return this.get(new URL(next, url).href);
  }

  #keepCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
