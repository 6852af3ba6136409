import type { SessionCommands } from '../commands/session-commands.js';
import type { DeviceStore, LostDevice } from '../store/device-store.js';
import { sendAsDesk } from './send-as-desk.js';

const atOnce = 200;

/** Tells the sessions whose device went silent. The same silence always makes the same command. */
export async function sweepPresence(
  devices: Pick<DeviceStore, 'lost'>,
  commands: Pick<SessionCommands, 'send'>,
): Promise<void> {
  const lost = await devices.lost(atOnce);
  const told = await Promise.allSettled(lost.map((device) => tell(commands, device)));
  const failure = told.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
}

// Where the session has ended meanwhile, nobody waits for its device.
function tell(
  commands: Pick<SessionCommands, 'send'>,
  { sessionId, leaseUntil }: LostDevice,
): Promise<void> {
  return sendAsDesk(commands, sessionId, {
    id: `lost:${leaseUntil.getTime()}`,
    rule: 'presence',
    command: { type: 'lose-device' },
  });
}
