import { retentionConfirmation } from '../../audit/retention-confirmation.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import type { ChannelOperation } from '../../operation.js';

/** What would go if things were kept so long; a class that is not named would be kept for ever. */
export const tryRetention: ChannelOperation<'tryRetention'> = {
  access: 'channel',
  action: 'recording.delete',
  besides: ['audit.export'],
  channelOf: () => atDesk,
  async handle({ query }, { stores }) {
    const { session = null, chat = null, recording = null, audit = null } = query;
    const wanted = { session, chat, recording, audit };
    const [kept, letGo] = await Promise.all([
      stores.retention.read(),
      stores.retention.trial(wanted),
    ]);
    const confirmation = retentionConfirmation(kept, wanted);
    const plain = structuredClone(letGo);
    return { status: 200, body: { kept: { ...kept }, letGo: plain, confirmation } };
  },
};
