import { ActivityFailure, log, proxyLocalActivities } from '@temporalio/workflow';
import type { SessionPorts } from '../ports.js';

const { endMedia } = proxyLocalActivities<SessionPorts>({
  startToCloseTimeout: '2s',
  retry: { maximumAttempts: 2 },
});

/** Ends the relay room. One that cannot be ended now is left to the desk's sweep of rooms. */
export async function endRoom(sessionId: string): Promise<void> {
  try {
    await endMedia(sessionId);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('The relay room could not be ended yet', { sessionId, error });
  }
}
