import { ApplicationFailure } from '@temporalio/common';
import type { SessionPorts } from '../workflows/ports.js';
import { RecordDamagedError, type SessionRecord } from './store/session-record.js';

/** What the activities of a session need. */
export interface SessionActivitiesOptions {
  readonly record: SessionRecord;
  /** Ends a session's relay room, if there is one. */
  readonly endRoom: (sessionId: string) => Promise<void>;
}

/** What a session's workflow may ask of the world. */
export function makeSessionActivities({ record, endRoom }: SessionActivitiesOptions): SessionPorts {
  return {
    async appendEvents(request) {
      try {
        return await record.append(request);
      } catch (error) {
        throw isForGood(error)
          ? ApplicationFailure.fromError(error, { nonRetryable: true })
          : error;
      }
    },
    endMedia: endRoom,
  };
}

// SQLSTATE classes 22 (the data is wrong) and 23 (a constraint is broken) stay so however often one tries.
function isForGood(error: unknown): boolean {
  if (error instanceof RecordDamagedError) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && /^2[23]/.test(error.code);
}
