import type { Session } from '../session/session.js';

/** Who answers for a session whose assignee has gone: whoever has been in it longest and can, or nobody. */
export function successorOf(
  { collaborators, assignee }: Pick<Session, 'collaborators' | 'assignee'>,
  canServe: (technician: string) => boolean,
): string | null {
  const able = collaborators.filter(
    ({ technician, joinedAt }) =>
      joinedAt !== null && technician !== assignee && canServe(technician),
  );
  const longest = able.toSorted((one, other) => (one.joinedAt ?? 0) - (other.joinedAt ?? 0)).at(0);
  return longest?.technician ?? null;
}
