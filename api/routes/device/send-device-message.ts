import type { DeviceOperation } from '../../operation.js';
import { isRefused, refusalProblem } from '../../problems/refusal-problem.js';
import { messageIdOf, shownMessage } from '../../sessions/chat-message.js';

/** The user writes to the technician. */
export const sendDeviceMessage: DeviceOperation<'sendDeviceMessage'> = {
  access: 'device',
  async handle({ headers, body }, { stores, policy }, { session, address }) {
    const written = await stores.messages.add({
      id: messageIdOf(session.id, 'user', headers['Idempotency-Key']),
      sessionId: session.id,
      technician: null,
      grant: null,
      from: address,
      text: body.text,
    });
    if (isRefused(written)) throw refusalProblem(written, policy.authorizer);
    return {
      status: 201,
      body: shownMessage(written, policy.authorizer, session.requester.name),
    };
  },
};
