import { isRefused, refusalProblem } from '../../problems/refusal-problem.js';
import type { SessionOperation } from '../../operation.js';
import { messageIdOf, shownMessage } from '../../sessions/chat-message.js';

/** Writes to the user. */
export const sendMessage: SessionOperation<'sendMessage'> = {
  access: 'session',
  action: 'tool.chat',
  async handle({ headers, body }, { stores, policy }, { session, caller, grant }) {
    const written = await stores.messages.add({
      id: messageIdOf(session.id, `technician ${caller.technician}`, headers['Idempotency-Key']),
      sessionId: session.id,
      technician: caller.technician,
      grant,
      text: body.text,
    });
    if (isRefused(written)) throw refusalProblem(written, policy.authorizer);
    return {
      status: 201,
      body: shownMessage(written, policy.authorizer, session.requester.name),
    };
  },
};
