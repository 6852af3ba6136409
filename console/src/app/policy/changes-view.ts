import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { SecondPress } from '../shell/second-press.js';
import { Words } from '../words/words.js';
import { ChangedLines } from './changed-lines.js';
import { FindingsView } from './findings-view.js';
import {
  type Decision,
  type InForce,
  PolicyApi,
  type Proposal,
  type ProposalDetail,
  type TakenBack,
} from './policy-api.js';
import { WaitingProposals } from './waiting-proposals.js';

/** Others propose and decide without a word to this browser. */
const againAfterMs = 10_000;

/** What is proposed and waits for a second person, and what was in force when. */
@Component({
  selector: 'md-policy-changes',
  imports: [ChangedLines, FindingsView, Icon, ProblemAlert, SecondPress],
  templateUrl: './changes-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangesView {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly #api = inject(PolicyApi);
  readonly #notices = inject(Notices);
  readonly #waiting = inject(WaitingProposals);
  readonly #injector = inject(Injector);
  /** The change to be shown at once, where one was told of it. */
  readonly proposal = input<string>();
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
  /** Whether the desk has told what there is; before that, and where it refuses to, nothing is said of it. */
  readonly isRead = signal(false);
  readonly proposals = signal<readonly Proposal[]>([]);
  readonly history = signal<readonly InForce[]>([]);
  /** What taking back leads to, nearest first. */
  readonly back = signal<readonly InForce[]>([]);
  readonly open = signal<ProposalDetail | null>(null);
  readonly reason = signal('');
  /** Taking back waits for a second press, and for both about one and the same policy. */
  readonly sure = linkedSignal({
    source: () => this.history()[0]?.entry,
    computation: () => false,
  });
  readonly mayApprove = computed(() => this.#desk.mayAtDesk('policy.approve'));

  constructor() {
    effect(() => {
      const told = this.proposal();
      void untracked(() => this.#begin(told));
    });
    const timer = setInterval(() => {
      if (!document.hidden) void this.#look();
    }, againAfterMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** Whether I am the second person; nobody decides on what they have not been shown. */
  mayDecide(one: Proposal): boolean {
    return one.proposedBy !== null && this.#waiting.isForMe(one) && this.mayApprove();
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

  readonly cardOf = cardOf;

  /** The files that a proposal changes. */
  changed({ files, before }: ProposalDetail): string[] {
    return Object.keys({ ...before, ...files }).filter((name) => files[name] !== before[name]);
  }

  note(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.reason.set(event.target.value);
  }

  show({ id }: Proposal): Promise<void> {
    return this.#do(() => this.#open(id));
  }

  decide({ id }: Proposal, decision: Decision): Promise<void> {
    return this.#do(async () => {
      await this.#api.decide(id, decision);
      this.open.set(null);
      this.#notices.done(this.words.t(`policy.done.${decision}`));
      await this.#load();
    });
  }

  reject({ id }: Proposal): Promise<void> {
    return this.#do(async () => {
      await this.#api.reject(id, this.reason());
      this.open.set(null);
      this.#notices.done(this.words.t('policy.done.reject'));
      await this.#load();
    });
  }

  rollBack(): Promise<void> {
    const [now] = this.history();
    if (!now) return Promise.resolve();
    this.sure.set(false);
    return this.#do(async () => {
      this.#notices.done(this.#takenBack(await this.#api.rollBack(now.entry)));
      await this.#load();
    });
  }

  /** A policy as it stands in the list: when it came, and how its revision begins. */
  named({ since, revision }: InForce): { revision: string; at: string } {
    return { revision: revision.slice(0, 12), at: this.when(since) };
  }

  #takenBack({ insteadOf, revision, left }: TakenBack): string {
    const [from, to] = [insteadOf.revision, revision].map((one) => one.slice(0, 12));
    const done = this.words.t('policy.done.rollback', { from: from ?? '', to: to ?? '' });
    const further =
      left === 0 ? this.words.t('policy.backNone') : this.words.count('policy.backLeft', left);
    return `${done} ${further}`;
  }

  /** Looks again; what somebody was told of their own deed stays. */
  async #look(): Promise<void> {
    try {
      await this.#load();
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    }
  }

  #begin(told: string | undefined): Promise<void> {
    return this.#do(async () => {
      await this.#load();
      if (told !== undefined) await this.#bringInSight(told);
    });
  }

  async #open(id: string): Promise<void> {
    this.open.set(await this.#api.proposal(id));
    this.reason.set('');
  }

  async #bringInSight(id: string): Promise<void> {
    await this.#open(id);
    const read = () => {
      document.getElementById(cardOf(id))?.scrollIntoView({ block: 'start' });
    };
    afterNextRender({ read }, { injector: this.#injector });
  }

  async #load(): Promise<void> {
    const [proposals, history] = await Promise.all([this.#api.proposals(), this.#api.history()]);
    this.proposals.set(proposals);
    this.history.set(history.entries);
    this.back.set(history.back);
    this.isRead.set(true);
    void this.#waiting.look();
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

/** What a proposal's card is found by. */
function cardOf(id: string): string {
  return `proposal-${id}`;
}
