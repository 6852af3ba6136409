import { randomInt, randomUUID } from 'node:crypto';
import { signIn } from '../../deploy/technician/sign-in.js';

/** A desk, and what its demonstration's people sign in with. */
export interface FarDesk {
  readonly url: string;
  readonly secrets: { readonly MAYDAY_DEMO_PASSWORD: string };
}

/** What the desk answered. */
export interface FarAnswer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Somebody at an address of their own, as the proxy before the desk tells it. */
export class FarClient {
  readonly #desk: string;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(desk: string, headers: Readonly<Record<string, string>>) {
    this.#desk = desk;
    this.#headers = { ...headers, Origin: new URL(desk).origin, 'X-Forwarded-For': anyAddress() };
  }

  /** Without a name at the desk. */
  static stranger({ url }: FarDesk): FarClient {
    return new FarClient(url, {});
  }

  static async signedIn({ url, secrets }: FarDesk, technician: string): Promise<FarClient> {
    const { fetch: fetchSignedIn, cookie } = await signIn(
      url,
      technician,
      secrets.MAYDAY_DEMO_PASSWORD,
    );
    const me: unknown = await (await fetchSignedIn(new URL('/api/me', url))).json();
    const { csrfToken } = me as { csrfToken: string };
    return new FarClient(url, { Cookie: cookie, 'X-CSRF-Token': csrfToken });
  }

  /** The same person at another address. */
  elsewhere(): FarClient {
    return new FarClient(this.#desk, this.#headers);
  }

  /** Sends it; once more under the same key when the connection was closed just then, which happens to those that were idle. */
  async post<Body>(path: string, body: unknown): Promise<FarAnswer<Body>> {
    const request = {
      method: 'POST',
      headers: {
        ...this.#headers,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(body),
    };
    const url = new URL(path, this.#desk);
    const answer = await fetch(url, request).catch(() => fetch(url, request));
    // The desk's answers have the shape of openapi.yaml, to which its own specs hold it.
    return { status: answer.status, body: (await answer.json()) as Body };
  }
}

/** Out of the block that is kept for examples of large networks (RFC 2544). */
function anyAddress(): string {
  return `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(256)}`;
}
