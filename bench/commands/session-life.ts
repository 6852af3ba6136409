import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { type SendableCommand, updateOf } from '../../activities/commands/update-of.js';
import { envelope, openSession } from './open-session.js';

const user = { kind: 'user' } as const;
const scopes = ['view', 'control'] as const;

/** The commands of a whole session after its request, as P1 counts them. */
function* commands(): Generator<ReturnType<typeof envelope<SendableCommand>>> {
  yield envelope({ type: 'join-device', deviceId: randomUUID(), kind: 'helper' }, user);
  yield envelope({ type: 'claim' });
  yield envelope({ type: 'start', questionId: 'first', scopes });
  yield envelope({ type: 'consent', answer: 'grant', questionId: 'first', scopes }, user);
  yield envelope({ type: 'transfer', channel: 'general', assignee: 'greta', note: null });
  yield envelope({ type: 'close', outcome: 'solved', remark: null });
}

/** How many Updates a whole session takes. */
export const updatesOfLife = 1 + [...commands()].length;

/** Leads a session from its request to its end, at the Temporal client; answers the workflow's id. */
export async function leadSession(temporal: Client, taskQueue: string): Promise<string> {
  const id = await openSession(temporal, taskQueue);
  const workflow = temporal.workflow.getHandle(id);
  for (const sent of commands()) {
    await workflow.executeUpdate(updateOf[sent.command.type], { args: [sent], updateId: sent.id });
  }
  await workflow.result();
  return id;
}
