import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { FindingsView } from './findings-view.js';
import {
  type Decision,
  type InForce,
  PolicyApi,
  type Proposal,
  type ProposalDetail,
} from './policy-api.js';

/** What is proposed and waits for a second person, and what was in force when. */
@Component({
  selector: 'md-policy-changes',
  imports: [FindingsView, Icon, ProblemAlert],
  templateUrl: './changes-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangesView {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly #api = inject(PolicyApi);
  readonly #notices = inject(Notices);
  readonly problem = signal<DeskProblem | null>(null);

  readonly stateKeys = {
    open: 'policy.state.open',
    approved: 'policy.state.approved',
    rejected: 'policy.state.rejected',
    withdrawn: 'policy.state.withdrawn',
  } as const;
  readonly howKeys = {
    files: 'policy.how.files',
    proposal: 'policy.how.proposal',
    rollback: 'policy.how.rollback',
  } as const;
  readonly proposals = signal<readonly Proposal[]>([]);
  readonly history = signal<readonly InForce[]>([]);
  readonly open = signal<ProposalDetail | null>(null);
  readonly reason = signal('');
  /** Taking back waits for a second press. */
  readonly sure = signal(false);
  readonly mayApprove = computed(() => this.#desk.mayAtDesk('policy.approve'));

  constructor() {
    void this.#do(() => this.#load());
  }

  isMine({ proposedBy }: Proposal): boolean {
    return proposedBy?.key === this.#desk.key();
  }

  when(at: string): string {
    const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
    return new Date(at).toLocaleString(this.words.locale(), style);
  }

  who({ by }: InForce): string {
    return by.person?.name ?? this.words.t('actor.desk');
  }

  /** The files that a proposal changes. */
  changed({ files, before }: ProposalDetail): string[] {
    return Object.keys({ ...before, ...files }).filter((name) => files[name] !== before[name]);
  }

  note(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.reason.set(event.target.value);
  }

  show({ id }: Proposal): Promise<void> {
    return this.#do(async () => {
      this.open.set(await this.#api.proposal(id));
    });
  }

  decide({ id }: Proposal, decision: Decision): Promise<void> {
    return this.#do(async () => {
      await this.#api.decide(id, decision);
      this.#notices.done(this.words.t(`policy.done.${decision}`));
      await this.#load();
    });
  }

  reject({ id }: Proposal): Promise<void> {
    return this.#do(async () => {
      await this.#api.reject(id, this.reason());
      this.reason.set('');
      await this.#load();
    });
  }

  rollBack(): Promise<void> {
    const [now] = this.history();
    if (!now || !this.sure()) {
      this.sure.set(true);
      return Promise.resolve();
    }
    this.sure.set(false);
    return this.#do(async () => {
      await this.#api.rollBack(now.entry);
      this.#notices.done(this.words.t('policy.done.rollback'));
      await this.#load();
    });
  }

  async #load(): Promise<void> {
    const [proposals, history] = await Promise.all([this.#api.proposals(), this.#api.history()]);
    this.proposals.set(proposals);
    this.history.set(history);
    this.open.set(null);
  }

  async #do(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.problem.set(null);
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    }
  }
}
