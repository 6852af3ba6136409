import type { SessionOperation } from '../../operation.js';
import { shownMessage } from '../../sessions/chat-message.js';

/** The chat, in order. */
export const listMessages: SessionOperation<'listMessages'> = {
  access: 'session',
  action: 'session.view',
  async handle(_request, { stores, policy }, { session }) {
    const messages = await stores.messages.list(session.id);
    const { authorizer } = policy;
    const name = session.requester.name;
    return {
      status: 200,
      body: { messages: messages.map((message) => shownMessage(message, authorizer, name)) },
    };
  },
};
