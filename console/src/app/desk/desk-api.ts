import { Injectable, inject } from '@angular/core';
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
  QueuePage,
  Reachable,
  SessionDetail,
  TimelineEvent,
} from './contract.js';
import { type BodyOf, DeskLine } from './desk-line.js';

export type QueueQuery = Operations['getQueue']['parameters']['query'];
export type Transfer = BodyOf<'transferSession'>;
export type Closing = BodyOf<'closeSession'>;
export type AskedScopes = BodyOf<'startSession'>['scopes'];
export type TransferTargets =
  Operations['listTransferTargets']['responses']['200']['content']['application/json']['channels'];

export type Invitees =
  Operations['listInvitees']['responses']['200']['content']['application/json'];
export type NewCollaborator = BodyOf<'inviteCollaborator'>;

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
  readonly #line = inject(DeskLine);
  readonly #client = this.#line.client;

  /** Whether the desk no longer knows who is asking. */
  readonly signedOut = this.#line.signedOut;

  async me(): Promise<Me> {
    const me = await this.#line.answer(this.#client.GET('/api/me'));
    this.#line.know(me.csrfToken);
    return me;
  }

  signOut(): Promise<void> {
    return this.#line.done(
      this.#client.POST('/api/sign-out', { params: { header: this.#line.token() } }),
    );
  }

  async channels(): Promise<readonly ChannelSummary[]> {
    return (await this.#line.answer(this.#client.GET('/api/channels'))).channels;
  }

  queue(query: QueueQuery): Promise<QueuePage> {
    return this.#line.answer(this.#client.GET('/api/queue', { params: { query } }));
  }

  invite(body: NewInvitation, key: string): Promise<Invitation> {
    return this.#line.answer(
      this.#client.POST('/api/invitations', { params: { header: this.#line.command(key) }, body }),
    );
  }

  session(id: string): Promise<SessionDetail> {
    return this.#line.answer(this.#client.GET('/api/sessions/{id}', { params: { path: { id } } }));
  }

  link(id: string): Promise<Link> {
    return this.#line.answer(
      this.#client.GET('/api/sessions/{id}/link', { params: { path: { id } } }),
    );
  }

  async timeline(id: string): Promise<readonly TimelineEvent[]> {
    const path = { id };
    return (
      await this.#line.answer(this.#client.GET('/api/sessions/{id}/timeline', { params: { path } }))
    ).events;
  }

  async messages(id: string): Promise<readonly ChatMessage[]> {
    const path = { id };
    return (
      await this.#line.answer(this.#client.GET('/api/sessions/{id}/messages', { params: { path } }))
    ).messages;
  }

  write(id: string, text: string, key: string): Promise<ChatMessage> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/messages', {
        params: this.#on(id, key),
        body: { text },
      }),
    );
  }

  command(id: string, command: PlainCommand): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST(`/api/sessions/{id}/${command}`, { params: this.#on(id) }),
    );
  }

  start(id: string, scopes: AskedScopes): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/start', { params: this.#on(id), body: { scopes } }),
    );
  }

  hold(id: string, reason: HoldReason): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/hold', { params: this.#on(id), body: { reason } }),
    );
  }

  close(id: string, body: Closing): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/close', { params: this.#on(id), body }),
    );
  }

  transfer(id: string, body: Transfer): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/transfer', { params: this.#on(id), body }),
    );
  }

  escalate(id: string, reason: string): Promise<SessionDetail> {
    const body = reason === '' ? {} : { reason };
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/escalate', { params: this.#on(id), body }),
    );
  }

  assign(id: string, technician: string, note: string): Promise<SessionDetail> {
    const body = note === '' ? { technician } : { technician, note };
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/assign', { params: this.#on(id), body }),
    );
  }

  async assignees(id: string): Promise<readonly Reachable[]> {
    const params = { path: { id } };
    const asked = this.#client.GET('/api/sessions/{id}/assignees', { params });
    return (await this.#line.answer(asked)).technicians;
  }

  async transferTargets(id: string): Promise<TransferTargets> {
    const path = { id };
    const targets = this.#client.GET('/api/sessions/{id}/transfer-targets', { params: { path } });
    return (await this.#line.answer(targets)).channels;
  }

  invitees(id: string): Promise<Invitees> {
    const path = { id };
    return this.#line.answer(
      this.#client.GET('/api/sessions/{id}/collaborators', { params: { path } }),
    );
  }

  inviteCollaborator(id: string, body: NewCollaborator): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/collaborators', { params: this.#on(id), body }),
    );
  }

  removeCollaborator(id: string, technician: string): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/collaborators/remove', {
        params: this.#on(id),
        body: { technician },
      }),
    );
  }

  giveMouse(id: string, technician: string): Promise<SessionDetail> {
    return this.#line.answer(
      this.#client.POST('/api/sessions/{id}/mouse', {
        params: this.#on(id),
        body: { technician },
      }),
    );
  }

  mediaTicket(id: string): Promise<MediaTicket> {
    const params = { path: { id }, header: this.#line.token() };
    return this.#line.answer(this.#client.POST('/api/sessions/{id}/media-ticket', { params }));
  }

  #on(id: string, key: string = crypto.randomUUID()) {
    return { path: { id }, header: this.#line.command(key) };
  }
}
