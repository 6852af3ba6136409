import type { RedeemedCode } from '../../../activities/doors/code-store.js';
import { type ChannelTerms, sessionTermsOf } from '../../../activities/directory/directory.js';
import { readCode } from '../../../workflows/domain/codes/code.js';
import type { Desk } from '../../desk.js';
import { answerEvenly } from '../../doors/answer-evenly.js';
import { beginWithDevice, type BegunRequest } from '../../doors/begin-with-device.js';
import { chargesOfEntry } from '../../doors/charges.js';
import { wrongCode } from '../../doors/code-happenings.js';
import { codeHash } from '../../doors/code-digits.js';
import type { ChannelOperation, OperationRequest } from '../../operation.js';
import type { Permit } from '../../policy/permit.js';
import { refusedAt } from '../../problems/refused-at.js';
import { channelToBeginIn } from '../../sessions/channel-to-begin-in.js';

/** A technician enters what a user reads out; the session is theirs at once. */
export const enterCode: ChannelOperation<'enterCode'> = {
  access: 'channel',
  action: 'session.create',
  channelOf({ body }, { policy }, { technician }) {
    return body.channel ?? channelToBeginIn(policy.authorizer, technician);
  },
  async handle(request, desk, permit) {
    const { stores, views } = desk;
    const terms = await stores.directory.termsOf(permit.channel);
    if (!terms) throw refusedAt('/body/channel', 'channel-unknown', permit.channel);
    const code = await answerEvenly(async () => {
      const found = await redeemed(request, desk, permit);
      if (!found) desk.happenings.note(wrongCode(permit));
      return found;
    });
    const { sessionId, deviceKeyHash: keyHash, tokenHash, kind, info } = code;
    const device = { sessionId, keyHash, tokenHash, kind, info };
    await beginWithDevice(desk, device, begun(request, permit, code, terms));
    return { status: 201, body: await views.detail(sessionId, permit.caller.technician) };
  },
};

/** What the entered digits lead to. A mistyped code costs nothing, for it can be nobody's. */
async function redeemed(
  { body, headers }: OperationRequest<'enterCode'>,
  { stores, doorGate, settings }: Desk,
  { caller: { technician } }: Permit,
): Promise<RedeemedCode | null> {
  const read = readCode(body.code);
  if ('fault' in read) return null;
  const charges = chargesOfEntry(technician, await stores.codes.live());
  const passage = await doorGate.pass(`entry ${technician}`, charges, body.proof);
  const hash = codeHash(settings.keys.code, read.code);
  const found = await stores.codes.redeem(hash, technician, headers['Idempotency-Key']);
  if (found) await passage.refund();
  return found;
}

function begun(
  { body, headers }: OperationRequest<'enterCode'>,
  { caller: { technician }, channel, grant }: Permit,
  { info, language }: RedeemedCode,
  terms: ChannelTerms,
): BegunRequest {
  const name = body.name?.trim() ?? nameIn(info);
  return {
    id: headers['Idempotency-Key'],
    actor: { kind: 'technician', key: technician },
    grant,
    request: {
      origin: 'code',
      ticket: null,
      sosCall: null,
      requesterId: null,
      subject: body.subject?.trim() ?? 'By code',
      channel,
      priority: 'normal',
      requester: { name, address: null, language, customer: null, department: null },
      assignee: technician,
      lifetimeMs: terms.linkLifetimeMs,
      terms: sessionTermsOf(terms),
    },
  };
}

/** Until somebody says their name, they are called as their device calls them. */
function nameIn(info: RedeemedCode['info']): string {
  const { user, host } = info;
  const known = [user, host].find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof known === 'string' ? known.slice(0, 100) : info.system.slice(0, 100);
}
