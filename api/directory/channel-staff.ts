import type { Desk } from '../desk.js';
import type { components } from '../generated/openapi.js';

type ChannelStaff = components['schemas']['ChannelStaff'];

/** Who has which role in a channel, groups first. */
export async function channelStaff(
  { stores, policy }: Desk,
  channel: string,
): Promise<{ staff: ChannelStaff[] }> {
  const held = await stores.roles.in(channel);
  const { people } = policy.authorizer;
  const groups = new Map(people.organisation.groups.map(({ key, name }) => [key, name]));
  const nameOf = (kind: string, key: string): string | null | undefined =>
    kind === 'group' ? groups.get(key) : people.technician(key)?.name;
  return {
    staff: held.map(({ role, kind, holder, source }) => ({
      role,
      holder: { kind, key: holder, name: nameOf(kind, holder) ?? holder },
      source,
    })),
  };
}
