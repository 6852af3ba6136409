import type { EscalateCommand, OfferCommand, TransferCommand } from '../session/commands.js';
import { hasEnded, type Session } from '../session/session.js';
import type { Instant } from '../session/vocabulary.js';
import type { ChannelRouting, EscalationRule } from './channel-routing.js';
import { nextOffer, type Queued } from './next-offer.js';
import type { StaffMember } from './staff.js';

/** All that the desk weighs when it looks after a session by itself. */
export interface RoutingSituation {
  readonly routing: ChannelRouting;
  readonly staff: readonly StaffMember[];
  /** The system of the session's device, where one has told. */
  readonly system: string | null;
  /** Where sessions go that nobody in their channel can take. */
  readonly defaultChannel: string;
}

type DeskCommand =
  | EscalateCommand
  | OfferCommand
  | TransferCommand
  | { readonly type: 'draw-tier'; readonly tier: number };

/** What the desk itself does for a session now, or when it looks again. */
export type DeskStep =
  | { readonly kind: 'do'; readonly command: DeskCommand }
  | { readonly kind: 'wait'; readonly until: Instant | null };

/** Raises what has waited too long, and finds somebody for what is nobody's. */
export function nextStep(session: Session, situation: RoutingSituation, now: Instant): DeskStep {
  if (hasEnded(session) || session.state === 'waiting') return { kind: 'wait', until: null };
  const raised = nextEscalation(session, situation.routing.escalation, now);
  if (raised.kind === 'do') return raised;
  const routed = isRoutable(session) ? routingStep(session, situation, now) : nothing;
  if (routed.kind === 'do') return routed;
  return { kind: 'wait', until: earlier(raised.until, routed.until) };
}

/** Whether the desk may ask somebody about the session now. */
export function isRoutable(session: Session): boolean {
  const { state, assignee, hold, offer } = session;
  const isThere = state === 'ready' || state === 'active';
  return isThere && assignee === null && hold === null && offer === null;
}

const nothing = { kind: 'wait', until: null } as const;

function nextEscalation(
  session: Session,
  rules: readonly EscalationRule[],
  now: Instant,
): DeskStep {
  const open = rules
    .filter(({ name }) => !session.escalations.includes(name))
    .flatMap((rule) => {
      const since = waitingSince(session, rule);
      return since === null ? [] : [{ rule, at: since + rule.afterSeconds * 1_000 }];
    })
    .toSorted((one, other) => one.at - other.at);
  const [first] = open;
  if (!first || first.at > now) return { kind: 'wait', until: first?.at ?? null };
  return { kind: 'do', command: { type: 'escalate', reason: null, rule: first.rule.name } };
}

function waitingSince(session: Session, { when }: EscalationRule): Instant | null {
  if (when === 'unclaimed') return session.queuedSince;
  return session.connectedAt === null ? session.readyAt : null;
}

function routingStep(
  session: Session,
  { routing, staff, system, defaultChannel }: RoutingSituation,
  now: Instant,
): DeskStep {
  const queued: Queued = { ...session, system };
  const step = nextOffer(routing, staff, queued, now);
  switch (step.kind) {
    case 'offer': {
      const { technician, tier } = step;
      const withinMs = routing.offerSeconds * 1_000;
      return { kind: 'do', command: { type: 'offer', technician, tier, withinMs } };
    }
    case 'draw':
      return { kind: 'do', command: { type: 'draw-tier', tier: step.tier } };
    case 'wait':
      return step;
    case 'leave':
      return defaultChannel === '' || session.channel === defaultChannel
        ? nothing
        : { kind: 'do', command: to(defaultChannel) };
  }
}

function to(channel: string): TransferCommand {
  return { type: 'transfer', channel, assignee: null, note: null };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
