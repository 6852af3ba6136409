import type { RoutingRead } from '../../../workflows/domain/routing/document-reader.js';
import type { components } from '../../generated/openapi.js';
import type { Permit } from '../../policy/permit.js';
import { inBody } from '../../problems/in-body.js';
import { ProblemError } from '../../problems/problem-error.js';
import type { ChannelRouting } from '../../../workflows/domain/routing/channel-routing.js';
import type { RoutingRules } from '../../../workflows/domain/routing/routing-rules.js';
import { conditions } from '../../../workflows/domain/routing/routing-rules.js';

/** A document that was put in place, or the problem with the place of every fault in it. */
export function accepted<T>(read: RoutingRead<T>): T {
  if (read.ok) return read.value;
  throw new ProblemError('routing-refused', { errors: inBody(read.faults) });
}

/** Who changes the routing, and by which decision. */
export function doerOf({ caller, grant }: Permit) {
  return { actor: { kind: 'technician', key: caller.technician } as const, ...grant };
}

/** A channel's routing as the contract has it. */
export function shownRouting(routing: ChannelRouting): components['schemas']['ChannelRouting'] {
  return {
    ...routing,
    tiers: routing.tiers.map(({ groups, technicians, waitSeconds }) => ({
      groups: [...groups],
      technicians: [...technicians],
      waitSeconds,
    })),
    escalation: routing.escalation.map((rule) => ({ ...rule })),
  };
}

/** The desk's rules as the contract has them. */
export function shownRules({ rules }: RoutingRules): components['schemas']['RoutingRules'] {
  return {
    rules: rules.map(({ name, when, channel }) => ({
      name,
      channel,
      when: Object.fromEntries(
        conditions.flatMap((one) => (when[one] ? [[one, [...when[one]]]] : [])),
      ),
    })),
  };
}
