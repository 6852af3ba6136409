import { sosTokenOf } from '../../activities/links/link-token.js';
import type { SosCall } from '../../activities/doors/sos-call-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import { relations } from '../../workflows/domain/policy/roles.js';
import type { DeskSettings } from '../desk.js';
import type { components } from '../generated/openapi.js';
import { toInstant } from '../shown/instant.js';
import { maybePersonOf, personOf } from '../shown/people.js';
import { sosUrl } from './sos-link.js';

type Shown = components['schemas']['SosCall'];

/** Whether a technician may change the SOS Calls of a channel. */
export function mayManageSosCalls(
  authorizer: Authorizer,
  technician: string,
  channel: string,
): boolean {
  return authorizer.abilities(technician, channel, 'own').includes('sos-call.manage');
}

/** The channels whose SOS Calls a technician may see: where they see sessions that are nobody's, or manage. */
export function maySeeSosCallsIn(authorizer: Authorizer, technician: string): readonly string[] {
  return authorizer.people.organisation.channels
    .map(({ key }) => key)
    .filter(
      (key) =>
        mayManageSosCalls(authorizer, technician, key) ||
        relations.some(
          (relation) =>
            relation !== 'own' &&
            authorizer.abilities(technician, key, relation).includes('session.view'),
        ),
    );
}

/** An SOS Call as a technician is shown it. */
export function shownSosCall(
  call: SosCall,
  authorizer: Authorizer,
  { keys, publicUrl }: DeskSettings,
  technician: string,
): Shown {
  return {
    id: call.id,
    name: call.name,
    description: call.description,
    channel: call.channel,
    technician: maybePersonOf(authorizer, call.technician),
    listed: call.listed,
    fields: call.fields.map(({ choices, ...field }) =>
      choices ? { ...field, choices: [...choices] } : field,
    ),
    url: sosUrl(publicUrl, sosTokenOf(keys.link, call.id)),
    paused: call.pausedAt !== null,
    createdBy: personOf(authorizer, call.createdBy),
    createdAt: toInstant(call.createdAt),
    mayManage: mayManageSosCalls(authorizer, technician, call.channel),
  };
}
