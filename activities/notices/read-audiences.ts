import type { Authorizer } from '../../policies/authorize.js';
import type { Audience, AudienceOf, Reachable } from '../../workflows/domain/notices/audience.js';
import type { ChannelRouting } from '../../workflows/domain/routing/channel-routing.js';
import { openQueue } from '../../workflows/domain/routing/channel-routing.js';
import type { Role } from '../../workflows/domain/policy/roles.js';
import { mayClaimIn } from '../routing/staff-snapshot.js';
import { type Database, rowsOf } from '../store/database.js';

/** Whom the desk could tell of something at this moment, read once for a whole round of events. */
export async function readAudiences(db: Database, authorizer: Authorizer): Promise<AudienceOf> {
  const people = await rowsOf<Reachable>(db, peopleQuery);
  const routings = await rowsOf<RoutingRow>(db, 'select channel, document from channel_routing');
  const routingOf = new Map(routings.map(({ channel, document }) => [channel, document]));
  const known = new Map<string, Audience>();
  return (channel) => {
    const found = known.get(channel) ?? {
      managers: managersOf(authorizer, channel),
      routing: routingOf.get(channel) ?? openQueue,
      people,
      mayClaim: (technician: string) => mayClaimIn(authorizer, channel, technician),
    };
    known.set(channel, found);
    return found;
  };
}

interface RoutingRow {
  readonly channel: string;
  readonly document: ChannelRouting;
}

/** Who runs a channel; where nobody does, whoever runs them all. */
function managersOf(authorizer: Authorizer, channel: string): readonly string[] {
  const own = holdersOf(authorizer, channel, 'channel-manager');
  return own.length > 0 ? own : holdersOf(authorizer, channel, 'technician-manager');
}

function holdersOf({ people }: Authorizer, channel: string, wanted: Role): readonly string[] {
  return people.organisation.technicians
    .filter(({ key, disabled }) => {
      return !disabled && people.rolesIn(key, channel).some(({ role }) => role === wanted);
    })
    .map(({ key }) => key);
}

// Who is away is not told of work that others can take.
const peopleQuery = `
  select t.key,
    array(select m."group" from group_members m where m.technician = t.key) as groups
  from technicians t where not t.disabled and t.availability = 'available' order by t.key
`;
