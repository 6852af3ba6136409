import { Injectable, inject, signal } from '@angular/core';
import createClient from 'openapi-fetch';
import type {
  ChannelSummary,
  ChatMessage,
  HoldReason,
  Invitation,
  Link,
  Me,
  MediaTicket,
  NewInvitation,
  Operations,
  Paths,
  QueuePage,
  SessionDetail,
  TimelineEvent,
} from './contract.js';
import { DeskClock } from './desk-clock.js';
import { DESK_FETCH } from './desk-fetch.js';
import { problemFrom, unreachable } from './desk-problem.js';

type BodyOf<Id extends keyof Operations> = Operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type QueueQuery = Operations['getQueue']['parameters']['query'];
export type Transfer = BodyOf<'transferSession'>;
export type Closing = BodyOf<'closeSession'>;
export type AskedScopes = BodyOf<'startSession'>['scopes'];
export type TransferTargets =
  Operations['listTransferTargets']['responses']['200']['content']['application/json']['channels'];

export type Invitees =
  Operations['listInvitees']['responses']['200']['content']['application/json'];
export type NewCollaborator = BodyOf<'inviteCollaborator'>;

/** What openapi-fetch gives back: the answer, or the desk's problem. */
interface Outcome<Answer> {
  readonly data?: Answer | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The commands that take no more than the session. */
type PlainCommand =
  | 'claim'
  | 'decline'
  | 'disconnect'
  | 'resume'
  | 'reopen'
  | 'call-off-transfer'
  | 'join'
  | 'take-over'
  | 'collaborators/accept'
  | 'collaborators/leave'
  | 'mouse/return';

/** The staff's side of the desk, one method for each operation; every refusal is thrown as a DeskProblem. */
@Injectable({ providedIn: 'root' })
export class DeskApi {
  readonly #clock = inject(DeskClock);
  readonly #client = createClient<Paths>({
    baseUrl: location.origin,
    fetch: inject(DESK_FETCH),
    credentials: 'same-origin',
  });
  readonly #signedOut = signal(false);
  #csrfToken = '';

  /** Whether the desk no longer knows who is asking. */
  readonly signedOut = this.#signedOut.asReadonly();

  async me(): Promise<Me> {
    const me = await this.#answer(this.#client.GET('/api/me'));
    this.#csrfToken = me.csrfToken;
    this.#signedOut.set(false);
    return me;
  }

  async signOut(): Promise<void> {
    const { error, response } = await this.#client.POST('/api/sign-out', {
      params: { header: this.#token() },
    });
    if (error !== undefined) throw problemFrom(error, response.status);
  }

  async channels(): Promise<readonly ChannelSummary[]> {
    return (await this.#answer(this.#client.GET('/api/channels'))).channels;
  }

  queue(query: QueueQuery): Promise<QueuePage> {
    return this.#answer(this.#client.GET('/api/queue', { params: { query } }));
  }

  invite(body: NewInvitation, key: string): Promise<Invitation> {
    return this.#answer(
      this.#client.POST('/api/invitations', { params: { header: this.#command(key) }, body }),
    );
  }

  session(id: string): Promise<SessionDetail> {
    return this.#answer(this.#client.GET('/api/sessions/{id}', { params: { path: { id } } }));
  }

  link(id: string): Promise<Link> {
    return this.#answer(this.#client.GET('/api/sessions/{id}/link', { params: { path: { id } } }));
  }

  async timeline(id: string): Promise<readonly TimelineEvent[]> {
    const path = { id };
    return (
      await this.#answer(this.#client.GET('/api/sessions/{id}/timeline', { params: { path } }))
    ).events;
  }

  async messages(id: string): Promise<readonly ChatMessage[]> {
    const path = { id };
    return (
      await this.#answer(this.#client.GET('/api/sessions/{id}/messages', { params: { path } }))
    ).messages;
  }

  write(id: string, text: string, key: string): Promise<ChatMessage> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/messages', {
        params: this.#on(id, key),
        body: { text },
      }),
    );
  }

  command(id: string, command: PlainCommand): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST(`/api/sessions/{id}/${command}`, { params: this.#on(id) }),
    );
  }

  start(id: string, scopes: AskedScopes): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/start', { params: this.#on(id), body: { scopes } }),
    );
  }

  hold(id: string, reason: HoldReason): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/hold', { params: this.#on(id), body: { reason } }),
    );
  }

  close(id: string, body: Closing): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/close', { params: this.#on(id), body }),
    );
  }

  transfer(id: string, body: Transfer): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/transfer', { params: this.#on(id), body }),
    );
  }

  escalate(id: string, reason: string): Promise<SessionDetail> {
    const body = reason === '' ? {} : { reason };
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/escalate', { params: this.#on(id), body }),
    );
  }

  async transferTargets(id: string): Promise<TransferTargets> {
    const path = { id };
    const targets = this.#client.GET('/api/sessions/{id}/transfer-targets', { params: { path } });
    return (await this.#answer(targets)).channels;
  }

  invitees(id: string): Promise<Invitees> {
    const path = { id };
    return this.#answer(this.#client.GET('/api/sessions/{id}/collaborators', { params: { path } }));
  }

  inviteCollaborator(id: string, body: NewCollaborator): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/collaborators', { params: this.#on(id), body }),
    );
  }

  removeCollaborator(id: string, technician: string): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/collaborators/remove', {
        params: this.#on(id),
        body: { technician },
      }),
    );
  }

  giveMouse(id: string, technician: string): Promise<SessionDetail> {
    return this.#answer(
      this.#client.POST('/api/sessions/{id}/mouse', {
        params: this.#on(id),
        body: { technician },
      }),
    );
  }

  mediaTicket(id: string): Promise<MediaTicket> {
    const params = { path: { id }, header: this.#token() };
    return this.#answer(this.#client.POST('/api/sessions/{id}/media-ticket', { params }));
  }

  async #answer<Answer>(call: Promise<Outcome<Answer>>): Promise<Answer> {
    const { data, error, response } = await call.catch((): never => {
      // `fetch` rejects only when nobody answered.
      throw unreachable();
    });
    this.#clock.learn(response.headers.get('date'));
    if (response.status === 401) this.#signedOut.set(true);
    if (data === undefined) throw problemFrom(error, response.status);
    return data;
  }

  #on(id: string, key: string = crypto.randomUUID()) {
    return { path: { id }, header: this.#command(key) };
  }

  #command(key: string) {
    return { ...this.#token(), 'Idempotency-Key': key };
  }

  #token() {
    return { 'X-CSRF-Token': this.#csrfToken };
  }
}
