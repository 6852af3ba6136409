import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import type { AuditRun, Retention } from '../desk/contract.js';
import { FormSending } from '../form/form-sending.js';
import { Icon } from '../shell/icon.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { SecondPress } from '../shell/second-press.js';
import { Words } from '../words/words.js';
import { AuditApi, type RetentionTrial } from './audit-api.js';
import { AuditWords } from './audit-words.js';
import { RunProgress } from './run-progress.js';

const classes = ['session', 'chat', 'recording', 'audit'] as const;
type RetentionClass = (typeof classes)[number];

/** How long what is personal is kept: what would go is looked at before anything does. */
@Component({
  selector: 'md-retention-page',
  imports: [Icon, PageHead, ProblemAlert, RunProgress, SecondPress],
  templateUrl: './retention-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RetentionPage {
  readonly words = inject(Words);
  readonly audit = inject(AuditWords);
  readonly #desk = inject(MyDesk);
  readonly #api = inject(AuditApi);
  readonly classes = classes;
  readonly sending = new FormSending();
  readonly known = resource({ loader: () => this.#api.retention() });
  readonly problem = computed(() => {
    const thrown = this.known.error();
    return thrown ? asProblem(thrown) : null;
  });
  readonly runs = computed(() => (this.known.hasValue() ? this.known.value().runs : []));
  /** What goes for good, and is seen to in the log, takes both. */
  readonly mayChange = () =>
    this.#desk.mayAtDesk('recording.delete') && this.#desk.mayAtDesk('audit.export');
  /** What was looked at, and how long things would be kept by it. */
  readonly trial = signal<{ readonly wanted: Retention; readonly found: RetentionTrial } | null>(
    null,
  );
  readonly isChange = computed(() => {
    const looked = this.trial();
    return looked !== null && classes.some((one) => looked.wanted[one] !== looked.found.kept[one]);
  });

  nameOf(name: RetentionClass): string {
    return this.words.t(`retention.${name}`);
  }

  hintOf(name: RetentionClass): string {
    return this.words.t(`retention.${name}.hint`);
  }

  kept(name: RetentionClass): number | null {
    return this.known.hasValue() ? this.known.value().kept[name] : null;
  }

  async look(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const days = (name: RetentionClass) => Number(form.get(name)) || null;
    const wanted = {
      session: days('session'),
      chat: days('chat'),
      recording: days('recording'),
      audit: days('audit'),
    };
    await this.sending.send(async () => {
      this.trial.set({ wanted, found: await this.#api.tryRetention(wanted) });
    });
  }

  /** Keeps things so long from now on; what is older goes with the next round, or at once on request. */
  async keep(): Promise<void> {
    const looked = this.trial();
    if (!looked) return;
    const { wanted, found } = looked;
    await this.sending.send(async (key) => {
      await this.#api.keep({ ...wanted, confirmation: found.confirmation }, key);
      this.trial.set({ wanted, found: await this.#api.tryRetention(wanted) });
    });
    this.known.reload();
  }

  async letGo(): Promise<void> {
    const looked = this.trial();
    if (!looked) return;
    const { confirmation } = looked.found;
    const sent = await this.sending.send((key) => this.#api.letGo(confirmation, key));
    if (sent) this.trial.set(null);
    this.known.reload();
  }

  went(run: AuditRun): string {
    const texts = classes.map((name) => {
      const part: unknown = run.result?.[name];
      return typeof part === 'object' && part !== null && 'texts' in part ? Number(part.texts) : 0;
    });
    return this.words.count(
      'retention.went',
      texts.reduce((sum, one) => sum + one, 0),
    );
  }
}
