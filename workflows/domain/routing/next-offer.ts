import type { Session } from '../session/session.js';
import type { Instant } from '../session/vocabulary.js';
import type { ChannelRouting, RoutingTier } from './channel-routing.js';
import { mentions } from './mentions.js';
import { type Hindrance, hindranceOf, type StaffMember } from './staff.js';

/** What routing looks at in a session that nobody answers for. */
export type Queued = Pick<
  Session,
  'queuedSince' | 'tier' | 'declined' | 'group' | 'subject' | 'requester'
> & { readonly system: string | null };

/** Why somebody was or was not asked. */
export interface Considered {
  readonly technician: string;
  readonly tier: number;
  readonly reason: Hindrance | 'chosen' | 'free';
  /** What speaks for them: matching skills and languages. */
  readonly matches: readonly string[];
  readonly load: number;
  readonly capacity: number;
}

/** What the desk does next for a session that nobody answers for. */
export type RoutingStep = { readonly why: readonly Considered[] } & (
  | { readonly kind: 'offer'; readonly technician: string; readonly tier: number }
  | { readonly kind: 'draw'; readonly tier: number }
  /** Nothing until then, or until something changes. */
  | { readonly kind: 'wait'; readonly until: Instant | null }
  /** Nobody in the channel could ever take it. */
  | { readonly kind: 'leave' }
);

/** Asks one more technician, draws in one more tier, waits, or gives the session up to another channel. */
export function nextOffer(
  routing: ChannelRouting,
  staff: readonly StaffMember[],
  session: Queued,
  now: Instant,
): RoutingStep {
  const tiers = tiersFor(routing, session);
  const drawn = Math.min(session.tier, tiers.length - 1);
  const why = consider(tiers.slice(0, drawn + 1), staff, session);
  if (!staff.some(({ mayClaim, disabled }) => mayClaim && !disabled)) return { kind: 'leave', why };
  const nextAt = nextDrawAt(tiers, drawn, session.queuedSince ?? now);
  const draw = { kind: 'draw', tier: drawn + 1, why } as const;
  if (nextAt !== null && now >= nextAt) return draw;
  if (routing.mode === 'open-queue') return { kind: 'wait', until: nextAt, why };
  const chosen = choose(routing, why, staff);
  if (chosen) return offerOf(chosen, why);
  // Who is full may have room in a moment; where nobody is even that, the next tier need not wait.
  const mayComeFree = why.some(({ reason }) => reason === 'full');
  return nextAt !== null && !mayComeFree ? draw : { kind: 'wait', until: nextAt, why };
}

/** The tiers of a session: the group that it was handed to comes before the channel's own. */
export function tiersFor(
  { tiers }: ChannelRouting,
  { group }: Pick<Queued, 'group'>,
): readonly (RoutingTier | null)[] {
  const own = tiers.length > 0 ? tiers : [null];
  if (group === null) return own;
  const waitSeconds = tiers[0]?.waitSeconds ?? groupWaitSeconds;
  return [{ groups: [group], technicians: [], waitSeconds }, ...own];
}

/** How long a group has where its channel has no tiers to say it. */
const groupWaitSeconds = 120;

function nextDrawAt(
  tiers: readonly (RoutingTier | null)[],
  drawn: number,
  since: Instant,
): Instant | null {
  if (drawn >= tiers.length - 1) return null;
  const waits = tiers.slice(0, drawn + 1).map((tier) => tier?.waitSeconds ?? 0);
  return since + 1_000 * waits.reduce((sum, wait) => sum + wait, 0);
}

function consider(
  tiers: readonly (RoutingTier | null)[],
  staff: readonly StaffMember[],
  session: Queued,
): readonly Considered[] {
  return staff.flatMap((member) => {
    const tier = tiers.findIndex((one) => isIn(one, member));
    if (tier < 0) return [];
    const { key, load, capacity } = member;
    const reason = hindranceOf(member, session.declined) ?? 'free';
    return [{ technician: key, tier, reason, matches: matchesOf(member, session), load, capacity }];
  });
}

/** Whether somebody is of a tier; where a channel has none, everybody who may claim is in its only one. */
export function isIn(
  tier: RoutingTier | null,
  { key, groups, mayClaim }: Pick<StaffMember, 'key' | 'groups' | 'mayClaim'>,
): boolean {
  if (tier === null) return mayClaim;
  return tier.technicians.includes(key) || tier.groups.some((group) => groups.includes(group));
}

function matchesOf(
  { skills, languages }: StaffMember,
  { subject, requester, system }: Queued,
): readonly string[] {
  const text = [subject, requester.department, requester.customer, system].join(' ');
  const known = skills.filter((skill) => mentions(text, skill));
  const [spoken = ''] = (requester.language ?? '').toLowerCase().split('-');
  const speaks = languages.filter((language) => {
    return spoken !== '' && language.toLowerCase().split('-')[0] === spoken;
  });
  return [...known, ...speaks];
}

function choose(
  { mode }: ChannelRouting,
  why: readonly Considered[],
  staff: readonly StaffMember[],
): Considered | null {
  const turns = new Map(staff.map(({ key, lastTurnAt }) => [key, lastTurnAt ?? 0]));
  const turnOf = ({ technician }: Considered): number => turns.get(technician) ?? 0;
  const orders: Readonly<Record<typeof mode, (one: Considered) => readonly number[]>> = {
    'open-queue': () => [],
    'least-busy': (one) => [one.tier, one.load, turnOf(one)],
    'skills-least-busy': (one) => [one.tier, -one.matches.length, one.load, turnOf(one)],
    'round-robin': (one) => [one.tier, turnOf(one)],
  };
  const free = why.filter(({ reason }) => reason === 'free');
  return free.toSorted((one, other) => compare(one, other, orders[mode])).at(0) ?? null;
}

function compare(
  one: Considered,
  other: Considered,
  orderOf: (one: Considered) => readonly number[],
): number {
  const [mine, theirs] = [orderOf(one), orderOf(other)];
  const differing = mine.findIndex((value, index) => value !== theirs[index]);
  if (differing < 0) return one.technician < other.technician ? -1 : 1;
  return (mine[differing] ?? 0) - (theirs[differing] ?? 0);
}

function offerOf(chosen: Considered, why: readonly Considered[]): RoutingStep {
  const told = why.map((one) => (one === chosen ? { ...one, reason: 'chosen' as const } : one));
  return { kind: 'offer', technician: chosen.technician, tier: chosen.tier, why: told };
}
