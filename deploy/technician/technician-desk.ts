import { randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import type { paths, components } from '../../api/generated/openapi.js';
import { signIn } from './sign-in.js';

type Schemas = components['schemas'];
export type Invitation = Schemas['Invitation'];
export type SessionDetail = Schemas['SessionDetail'];
export type Problem = Schemas['Problem'];
type NewInvitation = Schemas['NewInvitation'];

/** The desk refused; carries the problem that it answered. */
export class DeskRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The desk as a signed-in technician's program reaches it, over HTTP alone. */
export class TechnicianDesk {
  readonly #client: Client<paths>;
  readonly #csrf: string;

  private constructor(client: Client<paths>, csrf: string) {
    this.#client = client;
    this.#csrf = csrf;
  }

  /** Signs in as one of the demonstration's people. */
  static async open(desk: string, technician: string, password: string): Promise<TechnicianDesk> {
    const { fetch: fetchSignedIn } = await signIn(desk, technician, password);
    const headers = { Origin: new URL(desk).origin };
    const client = createClient<paths>({ baseUrl: desk, fetch: fetchSignedIn, headers });
    const me = answerOf(await client.GET('/api/me'));
    return new TechnicianDesk(client, me.csrfToken);
  }

  /** Invites a person; `key` makes a repeated sending harmless. */
  async invite(invitation: NewInvitation, key: string = randomUUID()): Promise<Invitation> {
    const params = { header: this.#write(key) };
    return answerOf(await this.#client.POST('/api/invitations', { params, body: invitation }));
  }

  /** Opens an SOS Call in a channel. */
  async openSosCall(channel: string, body: Schemas['SosCallTerms']): Promise<Schemas['SosCall']> {
    const params = { path: { channel }, header: this.#write(randomUUID()) };
    return answerOf(await this.#client.POST('/api/channels/{channel}/sos-calls', { params, body }));
  }

  /** The first page of a view of the queue. */
  async queue(view: Schemas['QueueView']): Promise<readonly Schemas['QueueRow'][]> {
    const params = { query: { view } };
    return answerOf(await this.#client.GET('/api/queue', { params })).rows;
  }

  async session(id: string): Promise<SessionDetail> {
    return answerOf(await this.#client.GET('/api/sessions/{id}', { params: { path: { id } } }));
  }

  async timeline(id: string): Promise<readonly Schemas['TimelineEvent'][]> {
    const params = { path: { id } };
    return answerOf(await this.#client.GET('/api/sessions/{id}/timeline', { params })).events;
  }

  /** Asks the user for the screen. */
  async start(
    id: string,
    scopes: readonly Schemas['ConsentScope'][],
    key?: string,
  ): Promise<SessionDetail> {
    const params = this.#on(id, key);
    const body = { scopes: [...scopes] };
    return answerOf(await this.#client.POST('/api/sessions/{id}/start', { params, body }));
  }

  /** Takes a session that is nobody's. */
  async claim(id: string, key?: string): Promise<SessionDetail> {
    const params = this.#on(id, key);
    return answerOf(await this.#client.POST('/api/sessions/{id}/claim', { params }));
  }

  /** Hands a session over to a channel's queue. */
  async transfer(id: string, channel: string): Promise<SessionDetail> {
    const params = this.#on(id);
    return answerOf(
      await this.#client.POST('/api/sessions/{id}/transfer', { params, body: { channel } }),
    );
  }

  /** Asks for a ticket to watch with. */
  async mediaTicket(id: string): Promise<Schemas['MediaTicket']> {
    const { path, header } = this.#on(id);
    const params = { path, header: { 'X-CSRF-Token': header['X-CSRF-Token'] } };
    return answerOf(await this.#client.POST('/api/sessions/{id}/media-ticket', { params }));
  }

  async say(id: string, text: string, key?: string): Promise<Schemas['ChatMessage']> {
    const params = this.#on(id, key);
    return answerOf(
      await this.#client.POST('/api/sessions/{id}/messages', { params, body: { text } }),
    );
  }

  async hold(id: string, reason: Schemas['HoldReason'], key?: string): Promise<SessionDetail> {
    const params = this.#on(id, key);
    return answerOf(
      await this.#client.POST('/api/sessions/{id}/hold', { params, body: { reason } }),
    );
  }

  async close(
    id: string,
    outcome: 'solved' | 'unsolved' | 'withdrawn',
    key?: string,
  ): Promise<SessionDetail> {
    const params = this.#on(id, key);
    return answerOf(
      await this.#client.POST('/api/sessions/{id}/close', { params, body: { outcome } }),
    );
  }

  #on(id: string, key: string = randomUUID()) {
    return { path: { id }, header: this.#write(key) };
  }

  #write(key: string) {
    return { 'X-CSRF-Token': this.#csrf, 'Idempotency-Key': key };
  }
}

function answerOf<T>({ data, error }: { data?: T; error?: Problem }): T {
  if (error) throw new DeskRefused(error);
  if (data === undefined) throw new Error('The desk answered nothing.');
  return data;
}
