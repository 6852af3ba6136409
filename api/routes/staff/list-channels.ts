import type { SelfOperation } from '../../operation.js';
import { nearestLifetime } from '../../links/link-lifetime.js';
import { mayInviteIn } from '../../sessions/may-invite-in.js';

/** The channels in which the caller sees anything, or may begin something. */
export const listChannels: SelfOperation<'listChannels'> = {
  access: 'each-row',
  async handle(_request, { stores, policy }, { technician }) {
    const { authorizer } = policy;
    const inviting = new Set(mayInviteIn(authorizer, technician));
    const seen = new Set(policy.viewer(technician).visible.map(({ channel }) => channel));
    const mine = authorizer.people.organisation.channels
      .filter(({ key }) => inviting.has(key) || seen.has(key))
      .map(({ key, name }) => ({ key, name: name ?? key }))
      .sort((one, other) => one.name.localeCompare(other.name));
    const channels = await Promise.all(
      mine.map(async ({ key, name }) => {
        const terms = await stores.directory.termsOf(key);
        const linkLifetimeMinutes = nearestLifetime(terms?.linkLifetimeMs ?? null);
        return { key, name, mayInvite: inviting.has(key), linkLifetimeMinutes };
      }),
    );
    return { status: 200, body: { channels } };
  },
};
