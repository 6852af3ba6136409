import { managedTechnician } from '../../directory/managed-technician.js';
import { sightOf } from '../../directory/sight-of.js';
import type { SelfOperation } from '../../operation.js';

/** The technicians, with as much of them as the caller may see. */
export const listTechnicians: SelfOperation<'listTechnicians'> = {
  access: 'each-row',
  async handle(_request, { stores, policy }, { technician: viewer }) {
    const { authorizer } = policy;
    const sight = sightOf(authorizer, viewer);
    if (!sight) return { status: 200, body: { technicians: [] } };
    const [found, present] = await Promise.all([
      stores.technicians.list(sight),
      stores.staffSessions.present(),
    ]);
    const view = { authorizer, viewer, present };
    return {
      status: 200,
      body: { technicians: found.map((technician) => managedTechnician(technician, view)) },
    };
  },
};
