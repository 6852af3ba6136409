/** How a channel finds somebody: whoever takes it, or whom the desk asks. */
export const routingModes = [
  'open-queue',
  'least-busy',
  'skills-least-busy',
  'round-robin',
] as const;
export type RoutingMode = (typeof routingModes)[number];

/** People who are asked together, and how long they have before the next tier is drawn in. */
export interface RoutingTier {
  readonly groups: readonly string[];
  readonly technicians: readonly string[];
  readonly waitSeconds: number;
}

/** What an escalation rule waits for: somebody who takes the session, or a picture for its user. */
export const escalationOccasions = ['unclaimed', 'unhelped'] as const;
export type EscalationOccasion = (typeof escalationOccasions)[number];

/** Raises a session one level, once, when it has waited too long. */
export interface EscalationRule {
  readonly name: string;
  readonly when: EscalationOccasion;
  readonly afterSeconds: number;
}

/** How sessions of a channel find their technician. */
export interface ChannelRouting {
  readonly mode: RoutingMode;
  /** How long somebody who is asked may think. */
  readonly offerSeconds: number;
  /** How long an assignee may be away before somebody else is sought. */
  readonly absentSeconds: number;
  /** Without any, everybody who may claim in the channel is asked. */
  readonly tiers: readonly RoutingTier[];
  readonly escalation: readonly EscalationRule[];
}

/** The routing of a channel for which nobody has set anything: whoever may, takes it. */
export const openQueue: ChannelRouting = {
  mode: 'open-queue',
  offerSeconds: 60,
  absentSeconds: 300,
  tiers: [],
  escalation: [],
};
