import type {
  History,
  InForce,
  Policy,
  Proposal,
  ProposalDetail,
  TakenBack,
} from '../app/policy/policy-api.js';
import { json } from './fake-answers.js';

type Files = ProposalDetail['files'];

const inForce: InForce = {
  ...{ entry: 1, revision: 'b'.repeat(64), digest: 'c'.repeat(64) },
  ...{ since: '2026-11-02T09:00:00.000Z', how: 'files', by: { kind: 'desk' } },
};

/** What the fake desk tells of changes of its policy. */
export class FakePolicy {
  readonly proposals: Proposal[] = [];
  /** What taking back leads to, nearest first. */
  earlier: InForce[] = [];
  #now = inForce;
  /** The files in force. */
  before: Files = {};
  /** The files of every proposal. */
  files: Files = {};

  /** Answers what is asked of proposals and of what was in force; null for everything else. */
  answer({ pathname }: URL): Response | null {
    if (pathname === '/api/policy/history') return json(this.#history());
    if (pathname === '/api/policy/rollback') return json(this.#takenBack());
    if (pathname === '/api/policy') return json(this.#policy());
    if (!pathname.startsWith('/api/policy/proposals')) return null;
    const [, , , , id, decision] = pathname.split('/');
    const at = this.proposals.findIndex((one) => one.id === id);
    const proposal = this.proposals[at];
    if (!proposal) return json({ proposals: this.proposals });
    if (decision !== 'approve') return json(this.#detail(proposal));
    this.proposals[at] = { ...proposal, state: 'approved' };
    return json(this.proposals[at]);
  }

  #history(): History {
    return { entries: [this.#now, ...this.earlier], back: this.earlier };
  }

  #takenBack(): TakenBack {
    const insteadOf = this.#now;
    const [before = inForce, ...further] = this.earlier;
    this.earlier = further;
    this.#now = { ...before, entry: insteadOf.entry + 1, how: 'rollback' };
    return { ...this.#now, insteadOf, left: further.length };
  }

  #policy(): Policy {
    return { source: 'console', inForce: this.#now, files: this.before, refused: null };
  }

  #detail(proposal: Proposal): ProposalDetail {
    const { at: since, revision } = proposal;
    const replay = { since, asked: 0, differentCount: 0, different: [] };
    const counted = { rules: 2, decisions: 1, differenceCount: 0, differences: [] };
    const findings = { revision, ...counted, replay };
    return { proposal, files: this.files, before: this.before, findings };
  }
}
