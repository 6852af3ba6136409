import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import type { RequesterImport as Outcome } from '../../desk/contract.js';
import { FormSending } from '../../form/form-sending.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { Icon } from '../../shell/icon.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';

/** Takes a table of people over: first what that would do, then, on a second press, doing it. */
@Component({
  selector: 'md-requester-import',
  imports: [Icon, SendingProblem, Sends],
  template: `
    <form class="form" [mdSends]="sending" (submit)="$event.preventDefault()">
      <p class="small muted">{{ words.t('requesters.importLead') }}</p>
      <p><code>name;address;language;customer;department</code></p>
      <div class="field">
        <label for="requester-table">{{ words.t('requesters.table') }}</label>
        <input
          id="requester-table"
          class="input"
          type="file"
          accept=".csv,text/csv,text/plain"
          data-first
          [attr.aria-invalid]="sending.sentence() !== null"
          aria-describedby="requester-table-problem"
          (click)="letChooseAgain($event)"
          (change)="tryOut($event)"
        />
      </div>
      <md-sending-problem id="requester-table-problem" [sending]="sending" />
      @if (outcome(); as found) {
        <div class="alert calm" role="status">
          <md-icon name="list" />
          <ul>
            <li>{{ words.count('requesters.created', found.created) }}</li>
            <li>{{ words.count('requesters.updated', found.updated) }}</li>
            <li>{{ words.count('requesters.unchanged', found.unchanged) }}</li>
            @if (found.newCustomers.length > 0) {
              <li>
                {{ words.t('requesters.newCustomers', { names: words.list(found.newCustomers) }) }}
              </li>
            }
          </ul>
        </div>
        <div class="panel-acts">
          <span class="small muted">{{ words.t('requesters.nothingYet') }}</span>
          <span class="spread"></span>
          <button
            class="btn primary"
            type="button"
            [disabled]="sending.busy()"
            (click)="takeOver()"
          >
            {{ words.t('requesters.takeOver') }}
          </button>
        </div>
      }
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterImport {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly imported = output();
  readonly sending = new FormSending();
  /** What taking the chosen table over would do; null while none is chosen or it is refused. */
  readonly outcome = signal<Outcome | null>(null);
  #table = '';

  /** A table that was mended is chosen under the name that it had, which else would be no change. */
  letChooseAgain({ target }: Event): void {
    if (target instanceof HTMLInputElement) target.value = '';
  }

  async tryOut({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    const [file] = target.files ?? [];
    this.outcome.set(null);
    if (!file) return;
    await this.sending.send(async (once) => {
      this.#table = await file.text();
      this.outcome.set(await this.#api.importTable(this.#table, true, once));
    });
  }

  async takeOver(): Promise<void> {
    const done = await this.sending.send((once) => this.#api.importTable(this.#table, false, once));
    if (!done) return;
    this.outcome.set(null);
    this.#notices.done(this.words.t('requesters.imported'));
    this.imported.emit();
  }
}
