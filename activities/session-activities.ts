import { ApplicationFailure } from '@temporalio/common';
import type { SessionPorts } from '../workflows/ports.js';
import type { SignalGate } from './commands/signal-gate.js';
import type { SessionCare } from './routing/session-care.js';
import { RecordDamagedError } from './record/append-session.js';
import type { SessionRecord } from './record/session-record.js';

/** What the activities of a session need. */
export interface SessionActivitiesOptions {
  readonly record: SessionRecord;
  readonly care: Pick<SessionCare, 'look'>;
  readonly gate: Pick<SignalGate, 'admit'>;
  /** Ends a session's relay room, if there is one. */
  readonly endRoom: (sessionId: string) => Promise<void>;
}

/** What a session's workflow may ask of the world. */
export function makeSessionActivities(options: SessionActivitiesOptions): SessionPorts {
  const { record, care, gate, endRoom } = options;
  return {
    async appendEvents(request) {
      return record.append(request).catch(giveUpForGood);
    },
    async lookAfter(request) {
      return care.look(request).catch(giveUpForGood);
    },
    async admitSignal(request) {
      return gate.admit(request).catch(giveUpForGood);
    },
    endMedia: endRoom,
  };
}

function giveUpForGood(error: unknown): never {
  throw isForGood(error) ? ApplicationFailure.fromError(error, { nonRetryable: true }) : error;
}

// SQLSTATE classes 22 (the data is wrong) and 23 (a constraint is broken) stay so however often one tries.
function isForGood(error: unknown): boolean {
  if (error instanceof RecordDamagedError) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && /^2[23]/.test(error.code);
}
