import createClient from 'openapi-fetch';
import type { paths } from '../../../api/generated/openapi.js';
import { codeOf, DeskRefusal, DeskUnreachable } from './desk-error.js';
import type { ChatMessage, DeviceInfo, DeviceSession, LinkVisit, MediaTicket } from './shapes.js';

const answerWithinMs = 10_000;

/** An answer of openapi-fetch: either the data or the problem. */
interface Answer<T> {
  readonly data?: T;
  readonly error?: { readonly type: string };
  readonly response: Response;
}

/** The desk over HTTP, as a user's device may speak to it. Throws DeskRefusal and DeskUnreachable. */
export class Desk {
  readonly #client = createClient<paths>({
    baseUrl: location.origin,
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(answerWithinMs) }),
  });
  #deviceToken: string | null = null;

  /** The token that counts for this device's session, once it has joined. */
  get deviceToken(): string | null {
    return this.#deviceToken;
  }

  /** Speaks for a device that joined earlier. */
  resume(deviceToken: string): void {
    this.#deviceToken = deviceToken;
  }

  visitLink(token: string): Promise<LinkVisit> {
    return answered(this.#client.POST('/api/link-visits', { body: { token } }));
  }

  async join(token: string, deviceKey: string, info: DeviceInfo): Promise<DeviceSession> {
    const body = { token, deviceKey, kind: 'browser' as const, info };
    const joined = await answered(this.#client.POST('/api/device-sessions', { body }));
    this.#deviceToken = joined.deviceToken;
    return joined.session;
  }

  session(): Promise<DeviceSession> {
    return answered(this.#client.GET('/api/device/session', { headers: this.#bearer() }));
  }

  /** Answers a question: the screen or nothing. The same key again changes nothing. */
  answerConsent(key: string, questionId: string, allowed: boolean): Promise<DeviceSession> {
    return answered(
      this.#client.POST('/api/device/consent', {
        headers: this.#bearer(),
        params: { header: { 'Idempotency-Key': key } },
        body: { questionId, scopes: allowed ? ['view'] : [] },
      }),
    );
  }

  withdrawView(key: string): Promise<DeviceSession> {
    return answered(
      this.#client.POST('/api/device/consent/withdraw', {
        headers: this.#bearer(),
        params: { header: { 'Idempotency-Key': key } },
        body: { scopes: ['view'] },
      }),
    );
  }

  leave(key: string): Promise<DeviceSession> {
    return answered(
      this.#client.POST('/api/device/leave', {
        headers: this.#bearer(),
        params: { header: { 'Idempotency-Key': key } },
      }),
    );
  }

  async messages(): Promise<readonly ChatMessage[]> {
    const { messages } = await answered(
      this.#client.GET('/api/device/messages', { headers: this.#bearer() }),
    );
    return messages;
  }

  sendMessage(key: string, text: string): Promise<ChatMessage> {
    return answered(
      this.#client.POST('/api/device/messages', {
        headers: this.#bearer(),
        params: { header: { 'Idempotency-Key': key } },
        body: { text },
      }),
    );
  }

  mediaTicket(): Promise<MediaTicket> {
    return answered(this.#client.POST('/api/device/media-ticket', { headers: this.#bearer() }));
  }

  #bearer(): { Authorization: string } {
    return { Authorization: `Bearer ${this.#deviceToken ?? ''}` };
  }
}

async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw new DeskUnreachable(cause);
  });
  if (data !== undefined) return data;
  // A desk that is overloaded or half up will answer later; everything else is its last word.
  if (response.status >= 500 || response.status === 429) throw new DeskUnreachable(response.status);
  throw new DeskRefusal(codeOf(error?.type ?? ''));
}
