import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import {
  supportSessionType,
  updates,
  workflowIdOf,
  type Envelope,
  type SupportSessionInput,
} from '../../workflows/contract.js';
import type { RequestCommand, SessionCommand } from '../../workflows/domain/session/commands.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';

const greta: Actor = { kind: 'technician', key: 'greta' };
const hour = 3_600_000;

const grant = { action: 'session.claim', revision: 'bench' };

/** A command as the desk sends it, under an id of its own; Greta's unless told otherwise. */
export function envelope<C extends SessionCommand>(command: C, actor = greta): Envelope<C> {
  return { id: randomUUID(), actor, grant: actor.kind === 'user' ? null : grant, command };
}

/** Opens a session that waits for its user and belongs to nobody; answers the workflow's id. */
export async function openSession(client: Client, taskQueue: string): Promise<string> {
  const request = envelope(requestOf(randomUUID()));
  const { sessionId } = request.command;
  const workflowId = workflowIdOf(sessionId);
  const input: SupportSessionInput = { sessionId, session: null };
  const start = new WithStartWorkflowOperation(supportSessionType, {
    workflowId,
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'FAIL',
  });
  await client.workflow.executeUpdateWithStart(updates.request, {
    startWorkflowOperation: start,
    args: [request],
    updateId: request.id,
  });
  return workflowId;
}

/** An invitation into a channel. */
export function requestOf(sessionId: string, channel = 'design-mac'): RequestCommand {
  return {
    type: 'request',
    sessionId,
    origin: 'invitation',
    ticket: null,
    sosCall: null,
    requesterId: null,
    device: null,
    subject: 'The printer does not answer',
    channel,
    priority: 'normal',
    requester: {
      name: 'Petra Lindgren',
      address: null,
      language: 'en',
      customer: null,
      department: null,
    },
    assignee: null,
    lifetimeMs: 8 * hour,
    terms: { reconnectGraceMs: 60_000, consentTimeoutMs: 30_000, reopenWindowMs: 168 * hour },
  };
}
