import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import type { LiveBell } from '../store/feed/live-bell.js';
import { writeAudit } from '../store/log/audit-entry.js';
import {
  type AuditGrant,
  enter,
  type HistoryEntry,
  keepSet,
  setIn,
  type StoredSet,
} from './policy-store.js';

/** A change of the policy that waits for a second person, or what became of it. */
export interface Proposal {
  readonly id: string;
  readonly at: Date;
  readonly digest: string;
  readonly revision: string;
  /** The files that were in force when it was proposed. */
  readonly base: string;
  readonly source: 'files' | 'console';
  readonly title: string;
  /** Null for files on disk that nobody has vouched for yet. */
  readonly proposedBy: string | null;
  /** What was found of it when it was proposed: its check, who gains and loses, its replay. */
  readonly findings: object;
  readonly state: 'open' | 'approved' | 'rejected' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** A change to be proposed. */
export interface NewProposal {
  readonly id: string;
  readonly set: StoredSet;
  readonly base: string;
  readonly source: Proposal['source'];
  readonly title: string;
  readonly proposedBy: string | null;
  readonly findings: object;
}

/** Somebody who decides on a proposal, with what lets them. */
export interface Deciding {
  readonly technician: string;
  readonly grant: AuditGrant;
}

/** Proposals of changes to the policy, each decided once. */
export class ProposalStore {
  readonly #db: Database;
  readonly #bell: Pick<LiveBell, 'ring'>;

  constructor(db: Database, bell: Pick<LiveBell, 'ring'>) {
    this.#db = db;
    this.#bell = bell;
  }

  async find(id: string): Promise<Proposal | null> {
    return proposalIn(this.#db, id);
  }

  /** The open ones and the latest of the others, latest first. */
  async list(limit: number): Promise<readonly Proposal[]> {
    return rowsOf<Proposal>(
      this.#db,
      `${proposals} order by (p.state = 'open') desc, p.at desc limit :limit`,
      { limit },
    );
  }

  /** Keeps a proposal; false where the same files are proposed already. */
  async add(proposal: NewProposal, grant: AuditGrant | null): Promise<boolean> {
    return this.#db.transaction(async (tx) => {
      await keepSet(tx, proposal.set);
      const { id, set, base, source, title, proposedBy, findings } = proposal;
      const added = await rowOf(
        tx,
        `insert into policy_proposals (id, digest, base, source, title, proposed_by, findings)
         values (:id, :digest, :base, :source, :title, :proposedBy, :findings)
         on conflict (digest) where state = 'open' do nothing returning id`,
        {
          id,
          digest: set.digest,
          base,
          source,
          title,
          proposedBy,
          findings: JSON.stringify(findings),
        },
      );
      const actor = actorOf(proposedBy);
      if (added) await audit(tx, { actor, grant, id, did: 'proposed', remark: title });
      return added !== null;
    });
  }

  /** Makes somebody answer for files from disk; false when the proposal is not one of these any more. */
  async vouch(id: string, { technician, grant }: Deciding): Promise<boolean> {
    return this.#db.transaction(async (tx) => {
      const vouched = await rowOf(
        tx,
        `update policy_proposals set proposed_by = :technician
         where id = :id and state = 'open' and proposed_by is null returning id`,
        { id, technician },
      );
      const actor = actorOf(technician);
      if (vouched) await audit(tx, { actor, grant, id, did: 'vouched', remark: null });
      return vouched !== null;
    });
  }

  /** Turns a proposal down, or takes one's own back; false when it is no longer open. */
  async close(
    id: string,
    state: 'rejected' | 'withdrawn',
    { technician, grant }: Deciding,
    reason: string | null,
  ): Promise<boolean> {
    return this.#db.transaction(async (tx) => {
      const closed = await decide(tx, id, state, technician, reason);
      const actor = actorOf(technician);
      if (closed) await audit(tx, { actor, grant, id, did: state, remark: reason });
      return closed;
    });
  }

  /**
   * Approves a proposal and puts it in force in one transaction. Null when it is no longer open, is
   * the approver's own, or something else came into force since it was looked at.
   */
  async approve(
    { id, digest }: Pick<Proposal, 'id' | 'digest'>,
    { technician, grant }: Deciding,
    after: number,
  ): Promise<HistoryEntry | null> {
    const entry = await this.#db
      .transaction(async (tx) => {
        const set = await setIn(tx, digest);
        if (set === null || !(await decide(tx, id, 'approved', technician, null))) return null;
        const by = actorOf(technician);
        const next = { set, source: 'proposal', by, grant, proposal: id } as const;
        const entered = await enter(tx, next, after);
        if (entered === null) throw new OvertakenError();
        return entered;
      })
      .catch(overtaken);
    this.#bell.ring();
    return entry;
  }
}

/** Something else came into force meanwhile: the approval is taken back with its transaction. */
class OvertakenError extends Error {}

function overtaken(error: unknown): null {
  if (error instanceof OvertakenError) return null;
  throw error;
}

async function decide(
  tx: Database,
  id: string,
  state: Proposal['state'],
  technician: string,
  reason: string | null,
): Promise<boolean> {
  const decided = await rowOf(
    tx,
    `update policy_proposals
     set state = :state, decided_by = :technician, decided_at = clock_timestamp(), reason = :reason
     where id = :id and state = 'open'
       and (:state <> 'approved' or (proposed_by is not null and proposed_by <> :technician))
     returning id`,
    { id, state, technician, reason },
  );
  return decided !== null;
}

interface Done {
  readonly actor: Actor;
  readonly grant: AuditGrant | null;
  readonly id: string;
  readonly did: string;
  readonly remark: string | null;
}

async function audit(tx: Database, { actor, grant, id, did, remark }: Done): Promise<void> {
  await writeAudit(tx, {
    actor,
    ...(grant ?? { action: 'policy.propose', revision: null }),
    subject: { kind: 'policy', key: id },
    data: { did },
    ...(remark === null ? {} : { texts: { remark } }),
  });
}

/** Files on disk are the desk's own finding until somebody vouches for them. */
function actorOf(technician: string | null): Actor {
  return technician === null
    ? { kind: 'desk', rule: 'policy-files' }
    : { kind: 'technician', key: technician };
}

async function proposalIn(db: Database, id: string): Promise<Proposal | null> {
  return rowOf<Proposal>(db, `${proposals} where p.id = :id`, { id });
}

const proposals = `
  select p.id, p.at, p.digest, s.revision, p.base, p.source, p.title,
    p.proposed_by as "proposedBy", p.findings, p.state, p.decided_by as "decidedBy",
    p.decided_at as "decidedAt", p.reason
  from policy_proposals p join policy_sets s on s.digest = p.digest
`;
