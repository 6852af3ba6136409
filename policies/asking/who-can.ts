import type { Authorizer } from '../authorize.js';
import type { Question } from '../question.js';

/** The keys of all technicians whom the policy would allow this, in the organisation's order. */
export function whoCan(authorizer: Authorizer, asked: Omit<Question, 'technician'>): string[] {
  const { people } = authorizer;
  return people.organisation.technicians
    .map(({ key }) => key)
    .filter((key) => people.rolesIn(key, asked.channel).length > 0)
    .filter((technician) => authorizer.decide({ ...asked, technician }).allowed);
}
