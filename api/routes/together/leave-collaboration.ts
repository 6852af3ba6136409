import type { SessionOperation } from '../../operation.js';

/** Leaves a session that the caller is in beside its assignee, or does not come. */
export const leaveCollaboration: SessionOperation<'leaveCollaboration'> = {
  access: 'session',
  action: 'session.view',
  async handle({ headers }, desk, permit) {
    const { technician } = permit.caller;
    // Shown as it was: who has left may not be able to see what it has become.
    const before = await desk.views.detail(permit.session.id, technician);
    const what = { type: 'leave', technician } as const;
    await desk.commands.send(permit.session.id, {
      id: headers['Idempotency-Key'],
      actor: { kind: 'technician', key: technician },
      grant: permit.grant,
      command: what,
    });
    return { status: 200, body: { ...before, abilities: [] } };
  },
};
