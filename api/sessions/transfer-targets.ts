import type { Authorizer } from '../../policies/authorize.js';
import type { operations } from '../generated/openapi.js';
import { personOf } from './people.js';

type Targets =
  operations['listTransferTargets']['responses'][200]['content']['application/json']['channels'];

/** What is known of the technicians beside the policy. */
export interface Availability {
  readonly present: ReadonlySet<string>;
  readonly openSessions: ReadonlyMap<string, number>;
}

/** Whether a technician can answer for a session in a channel: start it, once it is theirs. */
export function canServe(authorizer: Authorizer, technician: string, channel: string): boolean {
  const known = authorizer.people.technician(technician);
  if (!known || known.disabled) return false;
  return authorizer.abilities(technician, channel, 'own').includes('session.start');
}

/** Every channel with those who can serve in it, who is there first. */
export function transferTargets(
  authorizer: Authorizer,
  { present, openSessions }: Availability,
): Targets {
  const { channels, technicians } = authorizer.people.organisation;
  return channels.map(({ key, name }) => ({
    key,
    name: name ?? key,
    technicians: technicians
      .filter((technician) => canServe(authorizer, technician.key, key))
      .map((technician) => ({
        ...personOf(authorizer, technician.key),
        signedIn: present.has(technician.key),
        openSessions: openSessions.get(technician.key) ?? 0,
      }))
      .sort((one, other) => Number(other.signedIn) - Number(one.signedIn)),
  }));
}
