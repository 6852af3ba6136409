import { sessionTermsOf } from '../../../activities/directory/directory.js';
import type { SosCall } from '../../../activities/doors/sos-call-store.js';
import { chooseChannel } from '../../../workflows/domain/routing/choose-channel.js';
import type { RequestFacts } from '../../../workflows/domain/routing/routing-rules.js';
import { faultsOfAnswers } from '../../../workflows/domain/sos/form.js';
import type { Desk } from '../../desk.js';
import { beginWithDevice, type BegunRequest } from '../../doors/begin-with-device.js';
import { chargesOfRequest, sourceOf } from '../../doors/charges.js';
import { followSosLink } from '../../doors/follow-sos-link.js';
import { linkOf } from '../../links/link-of.js';
import type { OperationRequest, PublicOperation } from '../../operation.js';
import { inBody } from '../../problems/in-body.js';
import { ProblemError } from '../../problems/problem-error.js';
import { idFrom } from '../../../activities/keys/id-from.js';
import { hashOf, randomToken } from '../../secrets.js';
import { canServe } from '../../../policies/transfer-target.js';

/** A request waits longer than a link works: over a long weekend nobody's is forgotten. */
const lifetimeMs = 7 * 86_400_000;

type Asked = OperationRequest<'askForHelp'>;

/** Somebody asks for help. The request is kept before they are told its number. */
export const askForHelp: PublicOperation<'askForHelp'> = {
  access: 'public',
  async handle(request, desk) {
    const { stores, doorGate, settings, views } = desk;
    const { body } = request;
    const call = await followSosLink(stores, body.token);
    if (call.pausedAt) throw new ProblemError('sos-call-paused');
    const faults = faultsOfAnswers(call.fields, body.answers);
    if (faults.length > 0) throw new ProblemError('sos-answers-wrong', { errors: inBody(faults) });
    const source = sourceOf(settings.keys.doorWork, request.address);
    await doorGate.pass(`request ${source}`, chargesOfRequest(source), body.proof);
    const device = deviceOf(request, call);
    await beginWithDevice(desk, device, await begun(request, desk, call));
    await stores.waiting.add(device.sessionId, call.id, body.answers);
    const session = await stores.record.find(device.sessionId);
    if (!session) throw new ProblemError('not-found');
    return {
      status: 201,
      body: {
        deviceToken: device.deviceToken,
        link: linkOf(session, settings),
        session: await views.deviceOf(session),
      },
    };
  },
};

/** The same request of the same device always names the same session, so a repetition finds what was begun. */
function deviceOf({ body, headers }: Asked, call: SosCall) {
  const keyHash = hashOf(body.deviceKey);
  const deviceToken = randomToken();
  return {
    sessionId: idFrom(`sos-call ${call.id} ${keyHash} ${headers['Idempotency-Key']}`),
    keyHash,
    deviceToken,
    tokenHash: hashOf(deviceToken),
    kind: body.kind,
    info: body.info,
  };
}

async function begun(asked: Asked, { stores, policy }: Desk, call: SosCall): Promise<BegunRequest> {
  const { body, headers, address } = asked;
  const [rules, open, customer] = await Promise.all([
    stores.routing.rules(),
    stores.routing.openChannels(),
    // Only by what cannot be claimed: an address may be typed by anybody.
    stores.devices.customerOf(hashOf(body.deviceKey)),
  ]);
  const { channel } = chooseChannel(rules, { ...factsOf(asked, call), customer }, open);
  const terms = await stores.directory.termsOf(channel);
  if (!terms) throw new ProblemError('sos-call-gone');
  const isThere =
    channel === call.channel &&
    call.technician !== null &&
    canServe(policy.authorizer, call.technician, channel);
  return {
    id: headers['Idempotency-Key'],
    actor: { kind: 'user' },
    grant: null,
    from: address,
    request: {
      origin: 'sos-call',
      ticket: null,
      sosCall: call.id,
      requesterId: null,
      subject: body.subject.trim(),
      channel,
      priority: 'normal',
      requester: {
        name: body.name.trim(),
        address: body.address ?? null,
        language: body.language ?? null,
        customer,
        department: call.department,
      },
      assignee: isThere ? call.technician : null,
      lifetimeMs,
      terms: sessionTermsOf(terms),
    },
  };
}

/** What the desk's rules may ask about a request; without one that fits it stays in the SOS Call's own channel. */
function factsOf({ body }: Asked, call: SosCall): Omit<RequestFacts, 'customer'> {
  return {
    origin: 'sos-call',
    system: [body.info.system, body.info.version].join(' ').trim(),
    department: call.department,
    locale: body.language ?? body.info.locale ?? null,
    words: [body.subject, ...body.answers.map(({ value }) => value)].join('\n'),
    sosCall: call.id,
    channel: call.channel,
  };
}
