import { desk } from '../../workflows/domain/policy/roles.js';

/** Whoever configures every channel also says which other systems are told of their sessions. */
export const administersWebhooks = {
  access: 'channel',
  action: 'channel.configure',
  channelOf: () => desk,
} as const;
