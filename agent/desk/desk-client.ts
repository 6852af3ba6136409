import { randomUUID } from 'node:crypto';
import type {
  SchemaChatMessage,
  SchemaCodeStanding,
  SchemaConsentScope,
  SchemaDeviceInfo,
  SchemaDeviceSession,
  SchemaIssuedCode,
  SchemaMediaTicket,
  SchemaNewSosRequest,
  SchemaProblem,
  SchemaSosVisit,
  SchemaWaiting,
} from '../../api/generated/openapi.js';
import type { Proof } from '../../workflows/domain/codes/proof-of-work.js';
import { DeskProblem, DeskUnreachable } from './desk-problem.js';

const patience = 10_000;
/** The desk holds the answer back until a code is entered, for twenty seconds at most. */
const patienceForCode = 30_000;

interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly patience?: number;
  /** Ends the request before its time. */
  readonly signal?: AbortSignal;
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

  /** How the request waits that nobody has taken yet. */
  waiting(): Promise<SchemaWaiting> {
    return this.#ask({ method: 'GET', path: '/api/device/waiting' });
  }

  leave(key: string = randomUUID()): Promise<SchemaDeviceSession> {
    return this.#ask({ method: 'POST', path: '/api/device/leave', key });
  }

  mediaTicket(): Promise<SchemaMediaTicket> {
    return this.#ask({ method: 'POST', path: '/api/device/media-ticket' });
  }

  /** Nine digits for this device. */
  issueCode(
    deviceKey: string,
    info: SchemaDeviceInfo,
    more: { readonly language: 'en' | 'pt-BR'; readonly proof?: Proof },
  ): Promise<SchemaIssuedCode> {
    const body = { deviceKey, kind: 'helper', info, ...more };
    return this.#ask({ method: 'POST', path: '/api/codes', body });
  }

  /** Waits for a code to be entered; answers also when nothing happens for a while. */
  awaitCode(deviceToken: string, signal: AbortSignal): Promise<SchemaCodeStanding> {
    return this.#ask({
      method: 'POST',
      path: '/api/code-waits',
      body: { deviceToken },
      patience: patienceForCode,
      signal,
    });
  }

  giveUpCode(deviceToken: string): Promise<void> {
    return this.#tell({ method: 'POST', path: '/api/code-waits/end', body: { deviceToken } });
  }

  /** What an SOS Call asks for. */
  visitSosCall(token: string): Promise<SchemaSosVisit> {
    return this.#ask({ method: 'POST', path: '/api/sos-visits', body: { token } });
  }

  /** Asks for help; answers the link of the request. The same key again asks once. */
  async askForHelp(request: SchemaNewSosRequest, key: string): Promise<string> {
    const answer = await this.#ask<{ link: { url: string } }>({
      method: 'POST',
      path: '/api/sos-requests',
      body: request,
      key,
    });
    return answer.link.url;
  }

  /** Says whether the person has paused what is shown. */
  pause(paused: boolean): Promise<void> {
    return this.#tell({ method: 'PUT', path: '/api/device/pause', body: { paused } });
  }

  /** How the person found the help. */
  rate(score: number, words: string): Promise<SchemaDeviceSession> {
    const body = words === '' ? { score } : { score, words };
    return this.#ask({ method: 'PUT', path: '/api/device/satisfaction', body });
  }

  /** It is not solved after all. */
  askAgain(key: string = randomUUID()): Promise<SchemaDeviceSession> {
    return this.#ask({ method: 'POST', path: '/api/device/reopen', key });
  }

  /** A technician's picture. */
  async face(path: string): Promise<Uint8Array> {
    const response = await this.#fetch({ method: 'GET', path });
    if (!response.ok) throw await problemOf(response);
    return new Uint8Array(await whole(response.arrayBuffer()));
  }

  /** What authenticates this device, for the live stream. */
  get authorization(): string {
    return `Bearer ${this.#token}`;
  }

  async #ask<Answer>(ask: Ask): Promise<Answer> {
    const response = await this.#fetch(ask);
    if (!response.ok) throw await problemOf(response);
    return (await whole(response.json())) as Answer;
  }

  /** Asks what has no answer but that it is done. */
  async #tell(ask: Ask): Promise<void> {
    const response = await this.#fetch(ask);
    if (!response.ok) throw await problemOf(response);
  }

  async #fetch(ask: Ask): Promise<Response> {
    const url = new URL(ask.path, this.origin);
    // Paths come from the desk too; none of them leads the helper, with its token, anywhere else.
    if (url.origin !== this.origin) throw new DeskUnreachable('That is not at the desk.');
    const headers = new Headers({ Accept: 'application/json' });
    if (this.#token !== '') headers.set('Authorization', this.authorization);
    if (ask.key !== undefined) headers.set('Idempotency-Key', ask.key);
    if (ask.body !== undefined) headers.set('Content-Type', 'application/json');
    try {
      return await fetch(url, {
        method: ask.method,
        headers,
        redirect: 'error',
        signal: AbortSignal.any([
          AbortSignal.timeout(ask.patience ?? patience),
          ...(ask.signal ? [ask.signal] : []),
        ]),
        ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
      });
    } catch (cause) {
      // Whatever fetch throws here is the network, a certificate or the time that ran out.
      throw new DeskUnreachable('The desk cannot be reached.', { cause });
    }
  }
}

/** The rest of an answer; where it is cut off or garbled on its way, no answer came. */
async function whole<T>(rest: Promise<T>): Promise<T> {
  try {
    return await rest;
  } catch (cause) {
    throw new DeskUnreachable('The desk’s answer did not come whole.', { cause });
  }
}

async function problemOf(response: Response): Promise<DeskProblem> {
  try {
    const problem: unknown = await response.json();
    const { type, title, work } = Object(problem) as Partial<SchemaProblem>;
    const code = typeof type === 'string' ? (type.split('/').at(-1) ?? '') : '';
    return new DeskProblem(
      code,
      response.status,
      typeof title === 'string' ? title : '',
      work ?? null,
    );
  } catch {
    // A proxy in between answers in its own way.
    return new DeskProblem('', response.status, '');
  }
}
