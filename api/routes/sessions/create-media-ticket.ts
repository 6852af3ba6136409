import type { SessionOperation } from '../../operation.js';

/** A ticket to the session's picture, and the driver's key when the caller drives. */
export const createMediaTicket: SessionOperation<'createMediaTicket'> = {
  access: 'session',
  action: 'tool.view',
  async handle(_request, { media }, { session, caller }) {
    return { status: 201, body: await media.forTechnician(session, caller) };
  },
};
