import type { DoorViewer, LiveDoor } from '../../../activities/doors/live-doors.js';
import { desk as theDesk } from '../../../workflows/domain/policy/roles.js';
import { maySeeSosCallsIn } from '../../doors/sos-call-view.js';
import type { components } from '../../generated/openapi.js';
import type { SelfOperation } from '../../operation.js';
import type { PolicyDesk } from '../../policy/policy-desk.js';
import { relationOf } from '../../../policies/relation.js';
import { toInstant } from '../../shown/instant.js';
import { maybePersonOf } from '../../shown/people.js';

const mostDoors = 500;

/** Every way in that is open now, as far as the caller may see. */
export const listDoors: SelfOperation<'listDoors'> = {
  access: 'each-row',
  async handle(_request, { stores, policy }, { technician }) {
    const found = await stores.doors.list(viewerOf(policy, technician), mostDoors + 1);
    const doors = found.slice(0, mostDoors).map((door) => shown(door, policy, technician));
    return { status: 200, body: { doors, more: found.length > mostDoors } };
  },
};

function viewerOf(policy: PolicyDesk, technician: string): DoorViewer {
  const { authorizer } = policy;
  return {
    viewer: policy.viewer(technician),
    sosCallsOf: maySeeSosCallsIn(authorizer, technician),
    seesCodes: authorizer.abilities(technician, theDesk, 'other').includes('session.view'),
  };
}

function shown(
  door: LiveDoor,
  policy: PolicyDesk,
  technician: string,
): components['schemas']['Door'] {
  const { kind, id, name, channel, paused } = door;
  return {
    kind,
    id,
    name,
    channel,
    by: maybePersonOf(policy.authorizer, door.by),
    since: toInstant(door.since),
    until: door.until && toInstant(door.until),
    paused,
    mayWithdraw: mayWithdraw(door, policy, technician),
  };
}

function mayWithdraw(door: LiveDoor, { authorizer }: PolicyDesk, technician: string): boolean {
  const place = door.channel ?? theDesk;
  if (door.session) {
    const relation = relationOf(door.session, technician);
    return authorizer.abilities(technician, place, relation).includes('session.close');
  }
  const action = door.kind === 'code' ? 'session.close' : 'sos-call.manage';
  return authorizer.abilities(technician, place, 'own').includes(action);
}
