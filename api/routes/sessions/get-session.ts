import type { SessionOperation } from '../../operation.js';

/** All about one session. */
export const getSession: SessionOperation<'getSession'> = {
  access: 'session',
  action: 'session.view',
  async handle(_request, { views }, { caller, session }) {
    return { status: 200, body: await views.detailOf(session, caller.technician) };
  },
};
