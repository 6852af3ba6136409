import type { Authorizer } from '../../policies/authorize.js';
import { canServe } from '../../policies/transfer-target.js';
import { successorOf } from '../../workflows/domain/routing/successor.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { SessionCommands } from '../commands/session-commands.js';
import { type Database, rowsOf } from '../store/database.js';
import { sendAsDesk } from './send-as-desk.js';
import { sessionsIn } from './stored-sessions.js';

/** What is gone over, and how sessions are reached. */
export interface VanishedStaffOptions {
  readonly db: Database;
  readonly commands: Pick<SessionCommands, 'send'>;
}

const atOnce = 50;

/** Finds hands for sessions whose assignee has gone. */
export async function replaceVanished(
  { db, commands }: VanishedStaffOptions,
  authorizer: Authorizer,
): Promise<void> {
  const gone = await sessionsIn(db, vanished, { atOnce });
  const sessions = [...gone, ...(await unseenByTheirs(db, authorizer))];
  if (sessions.length === 0) return;
  const rows = await rowsOf<{ technician: string }>(db, presentNow);
  const present = new Set(rows.map(({ technician }) => technician));
  for (const session of sessions) {
    const canFollow = (key: string): boolean =>
      present.has(key) && canServe(authorizer, key, session.channel);
    await replace(commands, session, successorOf(session, canFollow));
  }
}

/** The longest collaborator, or whoever is asked next from the last tier on. */
function replace(
  commands: VanishedStaffOptions['commands'],
  { id, channel, group, assignee: gone, sequence }: Session,
  assignee: string | null,
): Promise<void> {
  const to = { channel, assignee, note: null, ...(group === null ? {} : { group }) };
  return sendAsDesk(commands, id, {
    id: `vanished:${gone ?? ''}:${sequence}`,
    rule: 'assignee-vanished',
    command: { type: 'transfer', ...to },
  });
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

/** Who may not see a session any more is in it no longer: the user is shown no name of somebody who is not there. */
export async function sendAwayUnseeing(
  { db, commands }: VanishedStaffOptions,
  authorizer: Authorizer,
): Promise<void> {
  for (const session of await sessionsIn(db, shared, {})) {
    for (const { technician, guest } of session.collaborators) {
      const asked = { technician, channel: session.channel, relation: 'own' } as const;
      const maySee = guest
        ? authorizer.people.technician(technician)?.disabled === false
        : authorizer.decide({ ...asked, action: 'session.view' }).allowed;
      if (!maySee) await sendAway(commands, session, technician);
    }
  }
}

function sendAway(
  commands: VanishedStaffOptions['commands'],
  { id, sequence }: Session,
  technician: string,
): Promise<void> {
  return sendAsDesk(commands, id, {
    id: `unseeing:${technician}:${sequence}`,
    rule: 'collaborator-vanished',
    command: { type: 'leave', technician },
  });
}

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

// By columns that an index keeps apart: however many are open, only those that are shared are read.
const shared = `
  select s.document from sessions s
  where s.ended_at is null and s.state in ('ready', 'active')
    and (s.collaborators <> '{}' or s.guests <> '{}')
  order by s.requested_at, s.id
`;

const presentNow = `
  select distinct technician from staff_sessions
  where last_seen_at > clock_timestamp() - interval '1 minute' and expires_at > clock_timestamp()
`;
