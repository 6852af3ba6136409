import type { PublicOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';

/** A technician's picture; public, for users see it before they are anybody here. */
export const getFace: PublicOperation<'getFace'> = {
  access: 'public',
  handle({ path }, { faces, policy }) {
    const known = policy.authorizer.people.technician(path.technician);
    if (!known) throw new ProblemError('not-found');
    return { status: 200, svg: faces.of(known.key, known.name ?? known.key) };
  },
};
