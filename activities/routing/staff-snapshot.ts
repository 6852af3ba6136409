import type { Authorizer } from '../../policies/authorize.js';
import type { StaffMember } from '../../workflows/domain/routing/staff.js';
import { type Database, rowsOf } from '../store/database.js';

/** Everybody of the desk as they are at this moment, with whether they may claim in a channel. */
export async function staffSnapshot(
  db: Database,
  authorizer: Authorizer,
  channel: string,
): Promise<readonly StaffMember[]> {
  const claimers = new Set(claimersIn(authorizer, channel));
  const rows = await rowsOf<StaffRow>(db, snapshot);
  return rows.map(({ last_turn_at: lastTurnAt, ...row }) => ({
    ...row,
    mayClaim: claimers.has(row.key),
    lastTurnAt: lastTurnAt?.getTime() ?? null,
  }));
}

/** Everybody who may claim in a channel by the policy alone, for channels in which nobody is asked. */
export function claimersOnly(authorizer: Authorizer, channel: string): readonly StaffMember[] {
  return claimersIn(authorizer, channel).map((key) => ({ ...someone, key }));
}

/** Who may see and claim what is nobody's; the disabled may nothing. */
export function claimersIn(authorizer: Authorizer, channel: string): readonly string[] {
  return authorizer.people.organisation.technicians
    .map(({ key }) => key)
    .filter((key) => mayClaimIn(authorizer, channel, key));
}

/** Whether somebody may see and claim what is nobody's in a channel. */
export function mayClaimIn(authorizer: Authorizer, channel: string, technician: string): boolean {
  const may = authorizer.abilities(technician, channel, 'unassigned');
  return may.includes('session.view') && may.includes('session.claim');
}

const someone: Omit<StaffMember, 'key'> = {
  groups: [],
  mayClaim: true,
  disabled: false,
  available: true,
  present: true,
  capacity: 1,
  load: 0,
  skills: [],
  languages: [],
  lastTurnAt: null,
};

type StaffRow = Omit<StaffMember, 'mayClaim' | 'lastTurnAt'> & {
  readonly last_turn_at: Date | null;
};

// What somebody is being asked about counts as theirs, or two sessions would find the same free place.
const snapshot = `
  select t.key, t.disabled, t.availability = 'available' as available, t.capacity, t.skills,
    t.languages,
    array(select m."group" from group_members m where m.technician = t.key) as groups,
    exists (select from staff_sessions p where p.technician = t.key
      and p.last_seen_at > clock_timestamp() - interval '1 minute'
      and p.expires_at > clock_timestamp()) as present,
    (select count(*) from sessions s
      where s.ended_at is null and s.assignee = t.key and s.state in ('ready', 'active'))::int
    + (select count(*) from sessions s where s.offered_to = t.key)::int as load,
    (select e.at from session_events e
      where e.type in ('offered', 'claimed') and e.data ->> 'technician' = t.key
      order by e.at desc limit 1) as last_turn_at
  from technicians t order by t.key
`;
