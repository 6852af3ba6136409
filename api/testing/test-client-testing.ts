import { randomUUID } from 'node:crypto';

/** An answer as a spec looks at it. */
export interface TestAnswer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** How one request differs from an ordinary one. */
export interface TestRequest {
  readonly body?: unknown;
  /** The body as it goes over the line. */
  readonly text?: string | Uint8Array<ArrayBuffer>;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who talks to the desk over HTTP, with the headers that they always send. */
export class TestClient {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>>) {
    this.url = url;
    this.headers = headers;
  }

  /** Sends a request with a fresh idempotency key; the body's shape is the spec's own claim. */
  async send<Body = unknown>(
    method: string,
    path: string,
    { body, text, key = randomUUID(), headers }: TestRequest = {},
  ): Promise<TestAnswer<Body>> {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...this.headers,
        ...(method === 'GET' ? {} : { 'Idempotency-Key': key }),
        ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const received = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const parsed: unknown = isJson ? JSON.parse(received) : received;
    // A spec says what it expects and then looks at it.
    return { status: answer.status, headers: answer.headers, body: parsed as Body };
  }

  get<Body = unknown>(path: string): Promise<TestAnswer<Body>> {
    return this.send<Body>('GET', path);
  }

  post<Body = unknown>(path: string, body?: unknown, key?: string): Promise<TestAnswer<Body>> {
    return this.send<Body>('POST', path, key === undefined ? { body } : { body, key });
  }
}
