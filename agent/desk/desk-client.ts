import { randomUUID } from 'node:crypto';
import type {
  SchemaChatMessage,
  SchemaConsentScope,
  SchemaDeviceInfo,
  SchemaDeviceSession,
  SchemaMediaTicket,
} from '../../api/generated/openapi.js';
import { DeskProblem, DeskUnreachable } from './desk-problem.js';

const patience = 10_000;

interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

/** The desk's HTTP interface as a device uses it. Every call throws DeskProblem or DeskUnreachable. */
export class DeskClient {
  readonly origin: string;
  #token = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Trades the link's token for this device's own, which the later calls use. */
  async join(
    token: string,
    deviceKey: string,
    info: SchemaDeviceInfo,
  ): Promise<SchemaDeviceSession> {
    const body = { token, deviceKey, kind: 'helper', info };
    const answer = await this.#ask<{ deviceToken: string; session: SchemaDeviceSession }>({
      method: 'POST',
      path: '/api/device-sessions',
      body,
    });
    this.#token = answer.deviceToken;
    return answer.session;
  }

  /** Grants or refuses; an empty list is a no. */
  answerConsent(
    questionId: string,
    scopes: readonly SchemaConsentScope[],
    key: string = randomUUID(),
  ): Promise<SchemaDeviceSession> {
    return this.#ask({
      method: 'POST',
      path: '/api/device/consent',
      body: { questionId, scopes },
      key,
    });
  }

  withdrawConsent(
    scopes: readonly SchemaConsentScope[],
    key: string = randomUUID(),
  ): Promise<SchemaDeviceSession> {
    return this.#ask({
      method: 'POST',
      path: '/api/device/consent/withdraw',
      body: { scopes },
      key,
    });
  }

  async messages(): Promise<readonly SchemaChatMessage[]> {
    const { messages } = await this.#ask<{ messages: SchemaChatMessage[] }>({
      method: 'GET',
      path: '/api/device/messages',
    });
    return messages;
  }

  say(text: string, key: string = randomUUID()): Promise<SchemaChatMessage> {
    return this.#ask({ method: 'POST', path: '/api/device/messages', body: { text }, key });
  }

  leave(key: string = randomUUID()): Promise<SchemaDeviceSession> {
    return this.#ask({ method: 'POST', path: '/api/device/leave', key });
  }

  mediaTicket(): Promise<SchemaMediaTicket> {
    return this.#ask({ method: 'POST', path: '/api/device/media-ticket' });
  }

  /** A technician's picture. */
  async face(path: string): Promise<Uint8Array> {
    const response = await this.#fetch({ method: 'GET', path });
    if (!response.ok) throw await problemOf(response);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** What authenticates this device, for the live stream. */
  get authorization(): string {
    return `Bearer ${this.#token}`;
  }

  async #ask<Answer>(ask: Ask): Promise<Answer> {
    const response = await this.#fetch(ask);
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as Answer;
  }

  async #fetch(ask: Ask): Promise<Response> {
    const headers = new Headers({ Accept: 'application/json' });
    if (this.#token !== '') headers.set('Authorization', this.authorization);
    if (ask.key !== undefined) headers.set('Idempotency-Key', ask.key);
    if (ask.body !== undefined) headers.set('Content-Type', 'application/json');
    try {
      return await fetch(new URL(ask.path, this.origin), {
        method: ask.method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
        ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
      });
    } catch (cause) {
      // Whatever fetch throws here is the network, a certificate or the time that ran out.
      throw new DeskUnreachable('The desk cannot be reached.', { cause });
    }
  }
}

async function problemOf(response: Response): Promise<DeskProblem> {
  try {
    const problem: unknown = await response.json();
    const { type, title } = Object(problem) as { type?: unknown; title?: unknown };
    const code = typeof type === 'string' ? (type.split('/').at(-1) ?? '') : '';
    return new DeskProblem(code, response.status, typeof title === 'string' ? title : '');
  } catch {
    // A proxy in between answers in its own way.
    return new DeskProblem('', response.status, '');
  }
}
