import type { Authorizer } from '../../policies/authorize.js';
import { deskPlace, placesWith } from '../sla/places.js';

/** Where somebody may read the audit; asking there is refused if it is nowhere. */
export function whereReading(authorizer: Authorizer, technician: string): string {
  return placesWith(authorizer, technician, 'audit.read')[0] ?? deskPlace;
}

/** The channels of which somebody may read the audit; null where they may read all of it. */
export function readableChannels(
  authorizer: Authorizer,
  technician: string,
): readonly string[] | null {
  const places = placesWith(authorizer, technician, 'audit.read');
  return places.includes(deskPlace) ? null : places;
}
