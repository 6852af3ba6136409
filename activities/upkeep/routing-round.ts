import { type WorkflowClient, WorkflowNotFoundError } from '@temporalio/client';
import type { Authorizer } from '../../policies/authorize.js';
import { signals, workflowIdOf } from '../../workflows/contract.js';
import { nextStep, type RoutingSituation } from '../../workflows/domain/routing/next-step.js';
import type { SessionCommands } from '../commands/session-commands.js';
import { situationIn } from '../routing/session-care.js';
import type { Database } from '../store/database.js';
import { sessionsIn } from './stored-sessions.js';
import { replaceVanished, sendAwayUnseeing } from './vanished-staff.js';

/** What a round goes over, and how it reaches sessions. */
export interface RoutingRoundOptions {
  readonly db: Database;
  readonly client: WorkflowClient;
  readonly commands: Pick<SessionCommands, 'send'>;
  readonly policy: () => Promise<Authorizer>;
}

const atOnce = 50;

/** Calls sessions for which somebody has come free, and finds hands for those whose assignee has gone. */
export async function routingRound(options: RoutingRoundOptions): Promise<void> {
  const authorizer = await options.policy();
  await replaceVanished(options, authorizer);
  await sendAwayUnseeing(options, authorizer);
  await callWaiting(options, authorizer);
}

/** Who waits longest is called first; a free place is promised to one session only. */
async function callWaiting(
  { db, client }: RoutingRoundOptions,
  authorizer: Authorizer,
): Promise<void> {
  const promised = new Map<string, number>();
  for (const session of await sessionsIn(db, waiting, { atOnce })) {
    const situation = withPromised(await situationIn(db, authorizer, session), promised);
    const step = nextStep(session, situation, Date.now());
    if (step.kind === 'wait') continue;
    if (step.command.type === 'offer') {
      const { technician } = step.command;
      promised.set(technician, (promised.get(technician) ?? 0) + 1);
    }
    await call(client, session.id);
  }
}

function withPromised(
  situation: RoutingSituation,
  promised: ReadonlyMap<string, number>,
): RoutingSituation {
  const staff = situation.staff.map((member) => ({
    ...member,
    load: member.load + (promised.get(member.key) ?? 0),
  }));
  return { ...situation, staff };
}

async function call(client: WorkflowClient, sessionId: string): Promise<void> {
  try {
    await client.getHandle(workflowIdOf(sessionId)).signal(signals.lookAgain);
  } catch (error) {
    // It has just ended, or the reconciler will start it again.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

const waiting = `
  select s.document from sessions s join channel_routing r on r.channel = s.channel
  where s.ended_at is null and s.assignee is null and s.offered_to is null
    and s.state in ('ready', 'active') and r.document ->> 'mode' <> 'open-queue'
    and s.document ->> 'hold' is null
  order by s.requested_at, s.id limit :atOnce
`;
