import type { SendableCommand } from '../../../activities/commands/update-of.js';
import type { DeviceCaller } from '../../callers.js';
import type { Desk } from '../../desk.js';
import type { components } from '../../generated/openapi.js';

/** A user's command that was carried out, and the session as it is now. */
interface CommandAnswer {
  readonly status: 200;
  readonly body: components['schemas']['DeviceSession'];
}

/** Sends a user's command to their session and shows what became of it. */
export async function command(
  desk: Pick<Desk, 'commands' | 'views'>,
  { session, address }: DeviceCaller,
  id: string,
  what: SendableCommand,
): Promise<CommandAnswer> {
  await desk.commands.send(session.id, {
    id,
    actor: { kind: 'user' },
    grant: null,
    from: address,
    command: what,
  });
  return { status: 200, body: await desk.views.device(session.id) };
}
