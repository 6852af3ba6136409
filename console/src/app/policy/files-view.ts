import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';
import { FindingsView } from './findings-view.js';
import { type Files, type Findings, PolicyApi } from './policy-api.js';
import { PolicyNow } from './policy-now.js';

/** The policy's files: to read, and for policy admins to edit, to try and to propose. */
@Component({
  selector: 'md-policy-files',
  imports: [FindingsView, Icon],
  templateUrl: './files-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilesView {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly #api = inject(PolicyApi);
  readonly #notices = inject(Notices);
  readonly #problemWords = inject(ProblemWords);

  readonly policy = inject(PolicyNow).policy;
  /** The files as they are being edited. */
  readonly draft = linkedSignal<Files, Files>({
    source: () => this.policy()?.files ?? {},
    // What somebody is editing is theirs, whatever comes into force meanwhile.
    computation: (files, before) =>
      before && before.value !== before.source ? before.value : files,
  });
  readonly file = signal('roles/channel-technician.csv');
  readonly title = signal('');
  readonly findings = signal<Findings | null>(null);
  readonly problem = signal<DeskProblem | null>(null);
  readonly busy = signal(false);

  readonly names = computed(() => Object.keys(this.draft()).sort());
  readonly text = computed(() => this.draft()[this.file()] ?? '');
  readonly lines = computed(() =>
    this.text()
      .split('\n')
      .map((_, index) => index + 1)
      .join('\n'),
  );
  readonly mayPropose = computed(() => this.#desk.mayAtDesk('policy.propose'));
  readonly byFiles = computed(() => this.policy()?.source === 'files');
  readonly isChanged = computed(() => {
    const before = this.policy()?.files ?? {};
    return Object.entries(this.draft()).some(([name, text]) => before[name] !== text);
  });
  readonly sentence = computed(() => {
    const problem = this.problem();
    return problem && this.#problemWords.sentence(problem);
  });
  readonly faults = computed(() => this.problem()?.problem.errors ?? []);

  isEdited(name: string): boolean {
    return this.draft()[name] !== this.policy()?.files[name];
  }

  edit(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.draft.set({ ...this.draft(), [this.file()]: event.target.value });
    this.findings.set(null);
  }

  name(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.title.set(event.target.value);
  }

  reset(): void {
    this.draft.set(this.policy()?.files ?? {});
    this.findings.set(null);
    this.problem.set(null);
  }

  /** Opens the file of a fault. */
  open(path: string): void {
    const file = path.replace(/:\d+$/, '');
    if (file in this.draft()) this.file.set(file);
  }

  check(): Promise<void> {
    return this.#do(async () => {
      this.findings.set(await this.#api.check(this.draft()));
    });
  }

  propose(): Promise<void> {
    return this.#do(async () => {
      await this.#api.propose(this.title().trim(), this.draft());
      this.#notices.done(this.words.t('policy.proposed'));
      this.reset();
      this.title.set('');
    });
  }

  async #do(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await act();
      this.problem.set(null);
    } catch (thrown) {
      this.findings.set(null);
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
