import type { RoutingRead } from '../../../workflows/domain/routing/document-reader.js';
import type { components } from '../../generated/openapi.js';
import type { Permit } from '../../policy/permit.js';
import { inBody } from '../../problems/in-body.js';
import { ProblemError } from '../../problems/problem-error.js';
import type { Desk } from '../../desk.js';
import { routingRemarks } from '../../../workflows/domain/routing/routing-remarks.js';
import type { StaffMember } from '../../../workflows/domain/routing/staff.js';
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

/** A channel's routing as the contract has it, with what somebody should know of it now. */
export async function shownRouting(
  { stores, policy }: Desk,
  channel: string,
  routing: ChannelRouting,
): Promise<components['schemas']['ChannelRouting']> {
  const staff = await stores.routing.staff(policy.authorizer, channel);
  return {
    ...routing,
    remarks: shownRemarks(routing, staff),
    tiers: routing.tiers.map(({ groups, technicians, waitSeconds }) => ({
      groups: [...groups],
      technicians: [...technicians],
      waitSeconds,
    })),
    escalation: routing.escalation.map((rule) => ({ ...rule })),
  };
}

/** What somebody should know of a channel's routing although it is taken. */
export function shownRemarks(
  routing: ChannelRouting,
  staff: readonly StaffMember[],
): components['schemas']['Fault'][] {
  return routingRemarks(routing, staff).map((remark) => ({ ...remark }));
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
