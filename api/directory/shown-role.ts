import type { HeldRole } from '../../activities/directory/role-store.js';
import { desk } from '../../workflows/domain/policy/roles.js';
import type { components } from '../generated/openapi.js';

/** A role as those who manage people are shown it. */
export function shownRole({
  role,
  place,
  source,
}: Pick<HeldRole, 'role' | 'place' | 'source'>): components['schemas']['HeldRole'] {
  return { role, channel: place === desk ? null : place, source };
}
