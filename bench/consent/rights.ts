import { type Authorizer, createAuthorizer } from '../../policies/authorize.js';
import { faultLine } from '../../policies/reading/fault.js';
import type { Organisation } from '../../policies/organisation.js';
import { readPolicySet } from '../../policies/reading/read-policy-set.js';

/** A policy in force, and what it comes to for people who are in a session, told apart from it. */
export interface Rights {
  readonly authorizer: Authorizer;
  may(technician: string, action: 'tool.view' | 'tool.control'): boolean;
}

/** Who meets in the sessions: three of the channel, the last of them its manager. */
export const technicians = ['ana', 'bruno', 'julia'] as const;

type Taken =
  | { readonly disabled: string }
  | { readonly off: string; readonly action: 'tool.view' | 'tool.control' };

/** Everybody with their rights, and each right of each of them taken away. */
export async function everyRights(): Promise<readonly Rights[]> {
  const taken: readonly Taken[] = technicians.flatMap((technician) => [
    { disabled: technician },
    { off: technician, action: 'tool.view' as const },
    { off: technician, action: 'tool.control' as const },
  ]);
  return Promise.all([null, ...taken].map(rightsWithout));
}

async function rightsWithout(taken: Taken | null): Promise<Rights> {
  const read = readPolicySet();
  if (!read.ok) throw new Error(read.faults.map(faultLine).join('\n'));
  return {
    authorizer: await createAuthorizer(read.value, organisationWithout(taken)),
    may: (technician, action) => !isTaken(taken, technician, action),
  };
}

function isTaken(taken: Taken | null, technician: string, action: string): boolean {
  if (!taken) return false;
  if ('disabled' in taken) return taken.disabled === technician;
  return taken.off === technician && taken.action === action;
}

function organisationWithout(taken: Taken | null): Organisation {
  return {
    channels: [{ key: 'general', name: null }],
    groups: [],
    technicians: technicians.map((key) => ({
      key,
      name: null,
      disabled: taken !== null && 'disabled' in taken && taken.disabled === key,
    })),
    roles: technicians.map((key) => ({
      role: key === 'julia' ? 'channel-manager' : 'channel-technician',
      to: { kind: 'technician', key },
      in: 'general',
    })),
    switches:
      taken !== null && 'off' in taken
        ? [{ for: { kind: 'technician', key: taken.off }, action: taken.action, set: 'off' }]
        : [],
  };
}
