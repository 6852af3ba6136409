import type { Origin } from '../session/vocabulary.js';

/** What is known of a request when its channel is chosen. */
export interface RequestFacts {
  readonly origin: Origin;
  /** The system of the requester's device, such as `macOS 15.1`. */
  readonly system: string | null;
  readonly department: string | null;
  readonly customer: string | null;
  /** A BCP 47 language tag. */
  readonly locale: string | null;
  /** What the requester wrote: subject and description. */
  readonly words: string;
  /** The key of the SOS Call that it comes by. */
  readonly sosCall: string | null;
  /** The channel that the SOS Call stands in, or that somebody asked for. */
  readonly channel: string | null;
}

/** What a rule can ask about a request. */
export const conditions = [
  'origin',
  'system',
  'department',
  'customer',
  'locale',
  'words',
  'sosCall',
] as const;
export type Condition = (typeof conditions)[number];

/** A rule: where every condition is met by one of its values, the request goes to the channel. */
export interface RoutingRule {
  readonly name: string;
  readonly when: Readonly<Partial<Record<Condition, readonly string[]>>>;
  readonly channel: string;
}

/** The desk's rules, of which the first that matches decides. */
export interface RoutingRules {
  readonly rules: readonly RoutingRule[];
}

/** The rules of a desk that has none: what asks for no channel goes to the default one. */
export const noRules: RoutingRules = { rules: [] };
