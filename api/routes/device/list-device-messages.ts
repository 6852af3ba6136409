import type { DeviceOperation } from '../../operation.js';
import { shownMessage } from '../../sessions/chat-message.js';

/** The chat, in order. */
export const listDeviceMessages: DeviceOperation<'listDeviceMessages'> = {
  access: 'device',
  async handle(_request, { stores, policy }, { session }) {
    const messages = await stores.messages.list(session.id);
    const { authorizer } = policy;
    const { name } = session.requester;
    return {
      status: 200,
      body: { messages: messages.map((message) => shownMessage(message, authorizer, name)) },
    };
  },
};
