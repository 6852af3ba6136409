import type { NewTechnician } from '../../../activities/directory/technician-store.js';
import { keyOf } from '../../../workflows/domain/key-of-name.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { nameAsKept } from '../../../workflows/domain/visible-name.js';
import { doerOf } from '../../directory/doer-of.js';
import { shownTechnician } from '../../directory/shown-technician.js';
import type { components } from '../../generated/openapi.js';
import type { ChannelOperation } from '../../operation.js';
import { unfit } from '../../problems/unfit.js';

/** Lets somebody sign in here; what they may do then is given as roles. */
export const inviteTechnician: ChannelOperation<'inviteTechnician'> = {
  access: 'channel',
  action: 'technician.invite',
  channelOf: () => atDesk,
  async handle({ body }, desk, permit) {
    const technician = newTechnicianIn(body);
    await desk.stores.technicians.invite(doerOf(permit), technician);
    await desk.organisation.look();
    const shown = await shownTechnician(desk, technician.key, permit.caller.technician);
    return { status: 201, body: shown };
  },
};

function newTechnicianIn(body: components['schemas']['NewTechnician']): NewTechnician {
  const { name, address = null, language = null } = body;
  const key = body.key ?? keyOf(address?.split('@')[0] ?? '') ?? keyOf(name);
  if (key === null) {
    const message = 'is needed where the name has no plain letters';
    throw unfit({ path: '/body/key', code: 'key-needed', message });
  }
  return {
    key,
    name: nameAsKept(name),
    address,
    language,
    availability: 'available',
    capacity: body.capacity ?? 3,
    skills: body.skills ?? [],
    languages: body.languages ?? [],
  };
}
