import createClient from 'openapi-fetch';
import type { paths } from '../../../api/generated/openapi.js';
import { answered } from './answered.js';
import type {
  ChatMessage,
  DeviceInfo,
  DeviceSession,
  LinkVisit,
  MediaTicket,
  Waiting,
} from './shapes.js';

const answerWithinMs = 10_000;

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

  /** Opens a session again that was not solved after all. */
  askAgain(key: string): Promise<DeviceSession> {
    return answered(
      this.#client.POST('/api/device/reopen', {
        headers: this.#bearer(),
        params: { header: { 'Idempotency-Key': key } },
      }),
    );
  }

  /** How the person found the help. */
  rate(score: number, words: string): Promise<DeviceSession> {
    const body = words === '' ? { score } : { score, words };
    return answered(
      this.#client.PUT('/api/device/satisfaction', { headers: this.#bearer(), body }),
    );
  }

  waiting(): Promise<Waiting> {
    return answered(this.#client.GET('/api/device/waiting', { headers: this.#bearer() }));
  }

  /** Says that the person has paused, or goes on; unheard, the picture itself says so. */
  async pause(paused: boolean): Promise<void> {
    await this.#client
      .PUT('/api/device/pause', { headers: this.#bearer(), body: { paused } })
      .catch(() => undefined);
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
