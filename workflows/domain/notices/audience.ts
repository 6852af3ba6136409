import type { ChannelRouting } from '../routing/channel-routing.js';
import { isIn, tiersFor } from '../routing/next-offer.js';
import type { StaffMember } from '../routing/staff.js';
import type { Session } from '../session/session.js';

/** Somebody who is there to be told of work that others could take as well. */
export type Reachable = Pick<StaffMember, 'key' | 'groups'>;

/** A channel as notices see it when they are worked out. */
export interface Audience {
  /** Who runs it. */
  readonly managers: readonly string[];
  readonly routing: ChannelRouting;
  /** Everybody of the desk but the disabled and the away. */
  readonly people: readonly Reachable[];
  /** Whether the policy lets somebody see and claim what is nobody's in the channel. */
  readonly mayClaim: (technician: string) => boolean;
}

/** The audience of a channel at this moment. */
export type AudienceOf = (channel: string) => Audience;

type Waiting = Pick<Session, 'group' | 'tier' | 'declined'>;

/** Everybody whom the tiers drawn in so far tell of a session; nobody where the desk asks one by one. */
export function drawnIn(audience: Audience, session: Waiting): readonly string[] {
  return inTiers(audience, session, (tier) => tier <= session.tier);
}

/** Whom one more tier tells of a session, but those whom an earlier one has told. */
export function newlyDrawnIn(
  audience: Audience,
  session: Waiting,
  drawn: number,
): readonly string[] {
  return inTiers(audience, session, (tier) => tier === drawn);
}

/** Who could accept what is handed to a channel, or to a group there: whoever would be drawn in first. */
export function firstIn(
  { people, mayClaim, routing }: Audience,
  group: string | null,
): readonly string[] {
  const [first = null] = tiersFor(routing, { group });
  return people
    .filter(({ key }) => mayClaim(key))
    .filter((member) => isIn(first, { ...member, mayClaim: true }))
    .map(({ key }) => key);
}

function inTiers(
  { routing, people, mayClaim }: Audience,
  session: Waiting,
  isMeant: (tier: number) => boolean,
): readonly string[] {
  // Where the desk asks one after the other, it tells whom it asks and nobody else.
  if (routing.mode !== 'open-queue') return [];
  const tiers = tiersFor(routing, session);
  return people
    .filter(({ key }) => mayClaim(key) && !session.declined.includes(key))
    .filter((member) => {
      const first = tiers.findIndex((tier) => isIn(tier, { ...member, mayClaim: true }));
      return first >= 0 && isMeant(first);
    })
    .map(({ key }) => key);
}
