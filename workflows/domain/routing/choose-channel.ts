import { mentions } from './mentions.js';
import type { Condition, RequestFacts, RoutingRule, RoutingRules } from './routing-rules.js';

/** The channels that a request can go to. */
export interface OpenChannels {
  readonly keys: readonly string[];
  /** The one that catches what no rule sends anywhere. */
  readonly default: string;
}

/** Why a rule did or did not decide, or why none did. */
export type ChannelReason =
  | { readonly code: 'not-met'; readonly rule: string; readonly condition: Condition }
  | { readonly code: 'channel-closed'; readonly rule: string; readonly channel: string }
  | { readonly code: 'matched'; readonly rule: string }
  | { readonly code: 'asked-for'; readonly channel: string }
  | { readonly code: 'asked-for-closed'; readonly channel: string }
  | { readonly code: 'default' };

/** Where a request goes, by which rule (its place among them, from 0), and why. */
export interface ChannelChoice {
  readonly channel: string;
  readonly rule: number | null;
  readonly why: readonly ChannelReason[];
}

/** The first rule that matches decides; then the channel that was asked for; then the default channel. */
export function chooseChannel(
  { rules }: RoutingRules,
  facts: RequestFacts,
  channels: OpenChannels,
): ChannelChoice {
  const why: ChannelReason[] = [];
  for (const [index, rule] of rules.entries()) {
    const reason = weigh(rule, facts, channels);
    why.push(reason);
    if (reason.code === 'matched') return { channel: rule.channel, rule: index, why };
  }
  return { ...withoutRule(facts, channels, why), rule: null };
}

function weigh(rule: RoutingRule, facts: RequestFacts, { keys }: OpenChannels): ChannelReason {
  const unmet = conditionsOf(rule).find(([name, values]) => !isMet(name, values, facts));
  if (unmet) return { code: 'not-met', rule: rule.name, condition: unmet[0] };
  if (!keys.includes(rule.channel)) {
    return { code: 'channel-closed', rule: rule.name, channel: rule.channel };
  }
  return { code: 'matched', rule: rule.name };
}

function conditionsOf({ when }: RoutingRule): readonly [Condition, readonly string[]][] {
  return Object.entries(when) as [Condition, readonly string[]][];
}

function isMet(condition: Condition, values: readonly string[], facts: RequestFacts): boolean {
  const fact = facts[condition];
  return fact !== null && values.some((value) => meets[condition](fact, value));
}

type Test = (fact: string, value: string) => boolean;

const same: Test = (fact, value) => fact.toLowerCase() === value.toLowerCase();

/** `pt` means every Portuguese, `pt-BR` only the Brazilian one. */
const sameLanguage: Test = (fact, value) =>
  same(fact, value) || fact.toLowerCase().startsWith(`${value.toLowerCase()}-`);

const meets: Readonly<Record<Condition, Test>> = {
  origin: same,
  system: mentions,
  department: mentions,
  customer: same,
  locale: sameLanguage,
  words: mentions,
  sosCall: same,
};

function withoutRule(
  { channel: askedFor }: RequestFacts,
  channels: OpenChannels,
  why: readonly ChannelReason[],
): Omit<ChannelChoice, 'rule'> {
  const { keys, default: byDefault } = channels;
  if (askedFor === null) return { channel: byDefault, why: [...why, { code: 'default' }] };
  if (keys.includes(askedFor)) {
    return { channel: askedFor, why: [...why, { code: 'asked-for', channel: askedFor }] };
  }
  const closed = { code: 'asked-for-closed', channel: askedFor } as const;
  return { channel: byDefault, why: [...why, closed, { code: 'default' }] };
}
