import type { SessionOperation } from '../../operation.js';

/** All about one session. */
export const getSession: SessionOperation<'getSession'> = {
  access: 'session',
  action: 'session.view',
  async handle({ path }, { views }, { caller }) {
    return { status: 200, body: await views.detail(path.id, caller.technician) };
  },
};
