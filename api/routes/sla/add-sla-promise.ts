import { requireChannel } from '../../directory/require-channel.js';
import type { ChannelOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { countsFrom } from '../../sla/counts-from.js';
import { deskPlace } from '../../sla/places.js';

/** Lets a channel promise by a policy, or by none, from an instant ahead; what runs keeps what it has. */
export const addSlaPromise: ChannelOperation<'addSlaPromise'> = {
  access: 'channel',
  action: 'sla.configure',
  channelOf: ({ body }) => body.channel,
  async handle({ body }, { stores, policy: { authorizer }, now }, { caller, grant }) {
    const { channel, priority, policy } = body;
    requireChannel(authorizer, channel);
    const from = countsFrom(body.countsFrom, now());
    if (policy !== null) {
      const versions = (await stores.sla.policies()).filter(({ key }) => key === policy);
      const usable = versions.some(
        ({ place, countsFrom: since }) =>
          (place === channel || place === deskPlace) && since <= from,
      );
      if (!usable) throw new ProblemError('sla-policy-unknown');
    }
    const actor = { kind: 'technician', key: caller.technician } as const;
    const promise = { channel, priority, policy, countsFrom: from };
    await stores.sla.addPromise(promise, { actor, ...grant });
    return { status: 201, body: { countsFrom: from.toISOString() } };
  },
};
