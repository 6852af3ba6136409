import type { SendableCommand } from '../../../activities/commands/update-of.js';
import type { Desk } from '../../desk.js';
import type { components } from '../../generated/openapi.js';
import type { SessionPermit } from '../../operation.js';

/** A technician's command that was carried out, and the session as it is now. */
interface CommandAnswer {
  readonly status: 200;
  readonly body: components['schemas']['SessionDetail'];
}

/** Sends a technician's command to their session and shows what became of it. */
export async function command(
  desk: Pick<Desk, 'commands' | 'views'>,
  permit: SessionPermit,
  id: string,
  what: SendableCommand,
): Promise<CommandAnswer> {
  const { session, caller, grant } = permit;
  const actor = { kind: 'technician', key: caller.technician } as const;
  await desk.commands.send(session.id, { id, actor, grant, command: what });
  return { status: 200, body: await desk.views.detail(session.id, caller.technician) };
}
