import { RefusedError } from '../commands/command-errors.js';
import type { SessionCommands } from '../commands/session-commands.js';
import type { DeviceStore, LostDevice } from '../store/device-store.js';

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

async function tell(
  commands: Pick<SessionCommands, 'send'>,
  { sessionId, leaseUntil }: LostDevice,
): Promise<void> {
  try {
    await commands.send(sessionId, {
      id: `lost:${leaseUntil.getTime()}`,
      actor: { kind: 'desk', rule: 'presence' },
      grant: null,
      command: { type: 'lose-device' },
    });
  } catch (error) {
    // The session may have ended meanwhile, and then nobody waits for its device.
    if (!(error instanceof RefusedError)) throw error;
  }
}
