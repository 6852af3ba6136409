import { type ChannelTerms, sessionTermsOf } from '../../../activities/directory/directory.js';
import type { RequestCommand } from '../../../workflows/domain/session/commands.js';
import type { Desk, DeskSettings } from '../../desk.js';
import type { ChannelOperation, OperationRequest } from '../../operation.js';
import { idFrom } from '../../../activities/keys/id-from.js';
import { hashOf } from '../../secrets.js';
import { linkOf } from '../../links/link-of.js';
import { channelToBeginIn } from '../../sessions/channel-to-begin-in.js';
import { invitationType, requester } from '../../../activities/notices/carry-mail.js';
import { linkTokenOf } from '../../../activities/links/link-token.js';
import { requireChannel } from '../../directory/require-channel.js';
import { type InvitedRequester, requesterFor } from '../../directory/requester-for.js';
import { ProblemError } from '../../problems/problem-error.js';
import { refusedAt } from '../../problems/refused-at.js';

/** Invites a named person by link. */
export const createInvitation: ChannelOperation<'createInvitation'> = {
  access: 'channel',
  action: 'session.create',
  channelOf({ body }, { policy }, { technician }) {
    return body.channel ?? channelToBeginIn(policy.authorizer, technician);
  },
  async handle(request, desk, permit) {
    const { caller, channel, grant } = permit;
    const { stores, commands, settings, views } = desk;
    requireMailable(request.body, settings);
    // Before anybody is remembered by the way.
    requireChannel(desk.policy.authorizer, channel);
    const [terms, invited] = await Promise.all([
      stores.directory.termsOf(channel),
      requesterFor(stores, request.body, permit),
    ]);
    if (!terms) throw refusedAt('/body/channel', 'channel-unknown', channel);
    const id = request.headers['Idempotency-Key'];
    // The same request always names the same session, so a repetition finds what was begun.
    const sessionId = idFrom(`invitation ${caller.technician} ${id}`);
    const actor = { kind: 'technician', key: caller.technician } as const;
    const asked = requestOf(request, {
      ...invited,
      sessionId,
      channel,
      terms,
      technician: caller.technician,
    });
    const begun = await commands.begin(sessionId, { id, actor, grant, command: asked });
    const [session] = await Promise.all([
      views.detailOf(begun, caller.technician),
      stores.links.add(hashOf(linkTokenOf(settings.keys.link, sessionId)), sessionId),
    ]);
    if (request.body.mail === true) await mailLink(desk, sessionId);
    return { status: 201, body: { session, link: linkOf(begun, settings) } };
  },
};

type NewInvitation = OperationRequest<'createInvitation'>['body'];

function requireMailable({ mail, address }: NewInvitation, { mails }: DeskSettings): void {
  if (mail !== true) return;
  if (!mails) throw new ProblemError('mail-not-set-up');
  if (address === undefined) throw new ProblemError('address-missing');
}

/** Once for an invitation, however often it is asked for. */
function mailLink({ stores }: Pick<Desk, 'stores'>, sessionId: string): Promise<void> {
  return stores.deliveries.add({
    id: idFrom(`invitation mail ${sessionId}`),
    ...{ medium: 'mail', webhookId: null, recipient: requester, type: invitationType },
    ...{ payload: {}, sessionId },
  });
}

interface Begun extends InvitedRequester {
  readonly sessionId: string;
  readonly channel: string;
  readonly terms: ChannelTerms;
  readonly technician: string;
}

function requestOf(
  { body }: OperationRequest<'createInvitation'>,
  { sessionId, channel, terms, technician, requesterId, requester: person }: Begun,
): RequestCommand {
  const { linkLifetimeMs } = terms;
  const minutes = body.linkLifetimeMinutes;
  return {
    type: 'request',
    sessionId,
    origin: 'invitation',
    ticket: body.ticket ?? null,
    sosCall: null,
    requesterId,
    device: null,
    subject: body.subject.trim(),
    channel,
    priority: body.priority ?? 'normal',
    requester: person,
    assignee: body.assign === 'queue' ? null : technician,
    lifetimeMs: minutes === undefined ? linkLifetimeMs : minutes * 60_000,
    terms: sessionTermsOf(terms),
  };
}
