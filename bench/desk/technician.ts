import { randomUUID } from 'node:crypto';
import type {
  SchemaConsentScope,
  SchemaInvitation,
  SchemaMe,
  SchemaNewInvitation,
  SchemaSessionDetail,
} from '../../api/generated/openapi.js';
import type { CookieSession } from './cookie-session.js';

/** Somebody of the staff, signed in, using the desk's HTTP interface as the console does. */
export class Technician {
  readonly #http: CookieSession;
  readonly #csrfToken: string;

  private constructor(http: CookieSession, me: SchemaMe) {
    this.#http = http;
    this.#csrfToken = me.csrfToken;
  }

  /** Throws when the cookies are nobody's. */
  static async of(http: CookieSession): Promise<Technician> {
    const response = await http.get('/api/me');
    return new Technician(http, (await bodyOf(response)) as SchemaMe);
  }

  invite(invitation: SchemaNewInvitation): Promise<SchemaInvitation> {
    return this.post('/api/invitations', invitation) as Promise<SchemaInvitation>;
  }

  async session(id: string): Promise<SchemaSessionDetail> {
    return (await bodyOf(await this.#http.get(`/api/sessions/${id}`))) as SchemaSessionDetail;
  }

  async claim(id: string): Promise<void> {
    await this.post(`/api/sessions/${id}/claim`);
  }

  async start(id: string, scopes: readonly SchemaConsentScope[]): Promise<void> {
    await this.post(`/api/sessions/${id}/start`, { scopes });
  }

  async write(id: string, text: string): Promise<void> {
    await this.post(`/api/sessions/${id}/messages`, { text });
  }

  async mediaTicket(id: string): Promise<void> {
    await this.post(`/api/sessions/${id}/media-ticket`);
  }

  async transfer(id: string, channel: string): Promise<void> {
    await this.post(`/api/sessions/${id}/transfer`, { channel });
  }

  async close(id: string): Promise<void> {
    await this.post(`/api/sessions/${id}/close`, { outcome: 'solved' });
  }

  /** Any command, each under a key of its own. */
  async post(path: string, body?: unknown): Promise<unknown> {
    const headers = {
      'X-CSRF-Token': this.#csrfToken,
      'Idempotency-Key': randomUUID(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    return bodyOf(
      await this.#http.send(path, {
        method: 'POST',
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
}
