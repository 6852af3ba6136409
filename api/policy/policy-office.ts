import type { DecisionStore } from '../../activities/policy/decision-store.js';
import type { HistoryEntry, PolicyStore } from '../../activities/policy/policy-store.js';
import type { Deciding, Proposal, ProposalStore } from '../../activities/policy/proposal-store.js';
import { mayApprove } from '../../policies/four-eyes.js';
import { digestOf, type PolicyFiles } from '../../policies/reading/policy-files.js';
import type { PolicyInForce } from '../../policies/policy-in-force.js';
import type { PolicySet } from '../../policies/policy-set.js';
import { wayBack } from '../../policies/way-back.js';
import { ProblemError } from '../problems/problem-error.js';
import type { DecisionJournal } from './decision-journal.js';
import { type Findings, findingsOf } from './findings.js';
import type { Permit } from './permit.js';
import type { PolicySource } from './policy-source.js';
import { readSound } from './read-sound.js';
import { storedSet } from './stored-set.js';

/** What changes of the policy are made with. */
export interface PolicyOfficeOptions {
  readonly store: PolicyStore;
  readonly proposals: ProposalStore;
  readonly decisions: Pick<DecisionStore, 'since'>;
  readonly journal: Pick<DecisionJournal, 'flush'>;
  readonly source: PolicySource;
  readonly inForce: PolicyInForce;
  readonly now: () => number;
}

/** A change that somebody wants to make. */
export interface NewChange {
  readonly id: string;
  readonly title: string;
  readonly files: PolicyFiles;
  /** How far back decisions are asked again, in milliseconds since 1970. */
  readonly since: number;
}

/** What was in force when, latest first, and what taking back leads to, nearest first. */
export interface PolicyHistory {
  readonly entries: readonly HistoryEntry[];
  readonly back: readonly HistoryEntry[];
}

/** What a taking back has put in force, what was in force until then, and how many more times it can be done. */
export interface TakenBack {
  readonly entry: HistoryEntry;
  readonly insteadOf: HistoryEntry;
  readonly left: number;
}

/** As many as a page shows. */
const mostListed = 200;

/** More than ever came into force. */
const wholeHistory = 100_000;

/** Where the policy is changed: drafts are tried, proposed, decided by a second person, and taken back. */
export class PolicyOffice {
  readonly #options: PolicyOfficeOptions;

  constructor(options: PolicyOfficeOptions) {
    this.#options = options;
  }

  get source(): PolicySource {
    return this.#options.source;
  }

  /** Reads a draft and finds out what it would change; throws `policy-faulty` with every fault. */
  async findings(files: PolicyFiles, since: number): Promise<Findings & { revision: string }> {
    const set = await this.#sound(files);
    return { ...(await this.#findingsOf(set, since)), revision: set.revision };
  }

  async proposals(): Promise<readonly Proposal[]> {
    return this.#options.proposals.list(mostListed);
  }

  async proposal(id: string): Promise<Proposal> {
    const found = await this.#options.proposals.find(id);
    if (!found) throw new ProblemError('not-found');
    return found;
  }

  /** The files of a set that was proposed or in force. */
  async filesOf(digest: string): Promise<PolicyFiles> {
    const found = await this.#options.store.set(digest);
    return new Map(Object.entries(found?.files ?? {}));
  }

  async history(): Promise<PolicyHistory> {
    const history = await this.#options.store.history(wholeHistory);
    return {
      entries: history.slice(0, mostListed),
      back: wayBack(history).slice(0, mostListed),
    };
  }

  /** Keeps a sound change for a second person to decide on. */
  async propose(permit: Permit, { id, title, files, since }: NewChange): Promise<Proposal> {
    const { source, proposals } = this.#options;
    if (source.mode === 'files') throw new ProblemError('policy-from-files');
    if (digestOf(files) === source.entry.digest) throw new ProblemError('policy-unchanged');
    const set = await this.#sound(files);
    const { technician, grant } = decidingOf(permit);
    const added = await proposals.add(
      {
        id,
        title,
        set: storedSet(set),
        base: source.entry.digest,
        source: 'console',
        proposedBy: technician,
        findings: await this.#findingsOf(set, since),
      },
      grant,
    );
    if (!added) throw new ProblemError('policy-proposed-already');
    return this.proposal(id);
  }

  /** Makes the caller answer for files that changed on disk. */
  async vouch(permit: Permit, id: string): Promise<Proposal> {
    const { state, proposedBy } = await this.proposal(id);
    if (state !== 'open') throw new ProblemError('policy-proposal-decided');
    if (proposedBy !== null) throw new ProblemError('policy-proposal-vouched');
    await this.#options.proposals.vouch(id, decidingOf(permit));
    return this.proposal(id);
  }

  /** Puts a proposal in force; never by whoever proposed it. */
  async approve(permit: Permit, id: string): Promise<Proposal> {
    const { proposals, source } = this.#options;
    const proposal = await this.proposal(id);
    const { technician } = permit.caller;
    if (proposal.state !== 'open') throw new ProblemError('policy-proposal-decided');
    if (proposal.proposedBy === null) throw new ProblemError('policy-proposal-unvouched');
    if (!mayApprove(proposal.proposedBy, technician)) throw new ProblemError('policy-own-proposal');
    // It was checked and compared against what was in force then.
    if (proposal.base !== source.entry.digest) throw new ProblemError('policy-overtaken');
    await this.#sound(await this.filesOf(proposal.digest));
    const entry = await proposals.approve(proposal, decidingOf(permit), source.entry.id);
    if (entry === null) throw new ProblemError('policy-overtaken');
    await source.follow();
    return this.proposal(id);
  }

  /** Turns a proposal down; whoever proposed it withdraws it instead. */
  async reject(permit: Permit, id: string, reason: string | null): Promise<Proposal> {
    const { proposedBy } = await this.proposal(id);
    const isOwn = proposedBy === permit.caller.technician;
    return this.#close(permit, id, isOwn ? 'withdrawn' : 'rejected', reason);
  }

  /** Takes a proposal of the caller's own back. */
  async withdraw(permit: Permit, id: string): Promise<Proposal> {
    const { proposedBy } = await this.proposal(id);
    if (proposedBy !== permit.caller.technician) throw new ProblemError('policy-not-own-proposal');
    return this.#close(permit, id, 'withdrawn', null);
  }

  /** Takes the desk back to what was in force before; `from` is what the caller saw in force. */
  async rollBack(permit: Permit, from: number): Promise<TakenBack> {
    const { store, source } = this.#options;
    const { technician, grant } = decidingOf(permit);
    const history = await store.history(wholeHistory);
    const [latest] = history;
    if (latest?.id !== from) throw new ProblemError('policy-overtaken');
    const [before, ...further] = wayBack(history);
    const set = before && (await store.set(before.digest));
    if (!before || !set) throw new ProblemError('policy-nothing-before');
    await this.#sound(new Map(Object.entries(set.files)));
    const by = { kind: 'technician', key: technician } as const;
    const next = { set, source: 'rollback', by, grant, restores: before.id } as const;
    if (!(await store.putInForce(next, from))) throw new ProblemError('policy-overtaken');
    await source.follow();
    return { entry: source.entry, insteadOf: latest, left: further.length };
  }

  async #close(
    permit: Permit,
    id: string,
    state: 'rejected' | 'withdrawn',
    reason: string | null,
  ): Promise<Proposal> {
    const closed = await this.#options.proposals.close(id, state, decidingOf(permit), reason);
    if (!closed) throw new ProblemError('policy-proposal-decided');
    return this.proposal(id);
  }

  async #findingsOf(set: PolicySet, since: number): Promise<Findings> {
    const { decisions, journal, inForce } = this.#options;
    // What was decided a moment ago counts too.
    await journal.flush();
    return findingsOf(decisions, inForce.authorizer, set, since);
  }

  async #sound(files: PolicyFiles): Promise<PolicySet> {
    const read = await readSound(files);
    if (read.ok) return read.value;
    const errors = read.faults.map(({ file, line, message }) => {
      return { path: line === 0 ? file : `${file}:${line}`, code: 'policy-file' as const, message };
    });
    throw new ProblemError('policy-faulty', { errors });
  }
}

function decidingOf({ caller, grant }: Permit): Deciding {
  return { technician: caller.technician, grant };
}
