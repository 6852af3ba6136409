import { type WorkflowClient, WorkflowNotFoundError } from '@temporalio/client';
import type { Authorizer } from '../../policies/authorize.js';
import { signals, workflowIdOf } from '../../workflows/contract.js';
import { nextStep, type RoutingSituation } from '../../workflows/domain/routing/next-step.js';
import { successorOf } from '../../workflows/domain/routing/successor.js';
import { completed, type StoredSession } from '../../workflows/domain/session/completed.js';
import type { Session } from '../../workflows/domain/session/session.js';
import { RefusedError } from '../commands/command-errors.js';
import type { SessionCommands } from '../commands/session-commands.js';
import { situationIn } from '../routing/session-care.js';
import { type Database, rowsOf } from '../store/database.js';

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

async function replaceVanished(
  { db, commands }: RoutingRoundOptions,
  authorizer: Authorizer,
): Promise<void> {
  const gone = await sessionsIn(db, vanished, { atOnce });
  const sessions = [...gone, ...(await unseenByTheirs(db, authorizer))];
  if (sessions.length === 0) return;
  const rows = await rowsOf<{ technician: string }>(db, presentNow);
  const present = new Set(rows.map(({ technician }) => technician));
  for (const session of sessions) {
    const canServe = (key: string): boolean =>
      present.has(key) &&
      authorizer.abilities(key, session.channel, 'own').includes('session.start');
    await replace(commands, session, successorOf(session, canServe));
  }
}

/** The longest collaborator, or whoever is asked next from the last tier on. */
async function replace(
  commands: RoutingRoundOptions['commands'],
  { id, channel, group, assignee: gone, sequence }: Session,
  assignee: string | null,
): Promise<void> {
  const to = { channel, assignee, note: null, ...(group === null ? {} : { group }) };
  try {
    await commands.send(id, {
      id: `vanished:${gone ?? ''}:${sequence}`,
      actor: { kind: 'desk', rule: 'assignee-vanished' },
      grant: null,
      command: { type: 'transfer', ...to },
    });
  } catch (error) {
    // Somebody may have done something about it meanwhile.
    if (!(error instanceof RefusedError)) throw error;
  }
}

/** Those whose assignee the policy lets see them no more: nobody would have them before their eyes. */
async function unseenByTheirs(db: Database, authorizer: Authorizer): Promise<readonly Session[]> {
  const posts = await rowsOf<{ technician: string; channel: string }>(db, postsHeld);
  const lost = posts.filter((post) => {
    return !authorizer.decide({ ...post, action: 'session.view', relation: 'own' }).allowed;
  });
  if (lost.length === 0) return [];
  return sessionsIn(db, atPosts, { atOnce, lost: JSON.stringify(lost) });
}

async function sessionsIn(
  db: Database,
  statement: string,
  bindings: Readonly<Record<string, unknown>>,
): Promise<readonly Session[]> {
  const rows = await rowsOf<{ document: StoredSession }>(db, statement, bindings);
  return rows.map(({ document }) => completed(document));
}

const waiting = `
  select s.document from sessions s join channel_routing r on r.channel = s.channel
  where s.ended_at is null and s.assignee is null and s.offered_to is null
    and s.state in ('ready', 'active') and r.document ->> 'mode' <> 'open-queue'
    and s.document ->> 'hold' is null
  order by s.requested_at, s.id limit :atOnce
`;

// A session on hold waits for something else than its assignee. Who has just done something in it, or was
// just given it by a person, has not vanished: that a console is open is written down seconds later.
const vanished = `
  select s.document
  from sessions s join technicians t on t.key = s.assignee
    left join channel_routing r on r.channel = s.channel
    cross join lateral (select clock_timestamp()
      - coalesce((r.document ->> 'absentSeconds')::integer, 300) * interval '1 second' as since) absence
  where s.ended_at is null and s.state in ('ready', 'active') and s.document ->> 'hold' is null
    and (t.disabled or (
      (t.last_sign_in_at is not null
        or exists (select from staff_sessions p where p.technician = t.key))
      and not exists (select from staff_sessions p where p.technician = t.key
        and p.expires_at > clock_timestamp() and p.last_seen_at > absence.since)
      and not exists (select from session_events e where e.session_id = s.id
        and e.at > absence.since and e.by ->> 'kind' = 'technician'
        and (e.by ->> 'key' = s.assignee or e.type = 'transferred'))))
  order by s.requested_at, s.id limit :atOnce
`;

const postsHeld = `
  select distinct s.assignee as technician, s.channel
  from sessions s join technicians t on t.key = s.assignee
  where s.ended_at is null and s.state in ('ready', 'active') and not t.disabled
`;

const atPosts = `
  select s.document from sessions s
  where s.ended_at is null and s.state in ('ready', 'active')
    and (s.assignee, s.channel) in (select technician, channel
      from jsonb_to_recordset(cast(:lost as jsonb)) as lost (technician text, channel text))
  order by s.requested_at, s.id limit :atOnce
`;

const presentNow = `
  select distinct technician from staff_sessions
  where last_seen_at > clock_timestamp() - interval '1 minute' and expires_at > clock_timestamp()
`;
