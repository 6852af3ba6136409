import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Customer } from '../../desk/contract.js';
import { FormSending } from '../../form/form-sending.js';
import { FormValues } from '../../form/form-values.js';
import { NameField } from '../../form/name-field.js';
import { SendingProblem } from '../../form/sending-problem.js';
import { Sends } from '../../form/sends.js';
import { DeleteButton } from '../../manage/delete-button.js';
import { Icon } from '../../shell/icon.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';

/** Names a customer, leads to its people, and deletes it while it has none. */
@Component({
  selector: 'md-customer-editor',
  imports: [DeleteButton, Icon, NameField, RouterLink, SendingProblem, Sends],
  template: `
    <form class="form" [mdSends]="sending" (submit)="save($event)">
      <md-sending-problem [sending]="sending" />
      <md-name-field fieldId="customer-name" [longest]="120" [value]="customer()?.name" />
      @if (customer(); as known) {
        <a class="btn" routerLink="/requesters" [queryParams]="{ customer: known.key }">
          <md-icon name="contact" />{{ words.count('customers.show', known.requesters) }}
        </a>
      }
      <div class="panel-acts">
        @if (customer(); as known) {
          @if (known.requesters === 0) {
            <md-delete-button
              [meaning]="words.t('customers.deleteSure')"
              [busy]="sending.busy()"
              (deleted)="delete(known)"
            />
          } @else {
            <span class="small muted">{{ words.t('customers.keptByPeople') }}</span>
          }
        }
        <span class="spread"></span>
        <button class="btn primary" [disabled]="sending.busy()">
          {{ words.t('directory.save') }}
        </button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CustomerEditor {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly customer = input.required<Customer | null>();
  readonly saved = output<string>();
  readonly gone = output();
  readonly sending = new FormSending();

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const name = new FormValues(event.target).text('name');
    let key = '';
    const done = await this.sending.send(async (once) => {
      ({ key } = await this.#api.saveCustomer(this.customer()?.key ?? null, { name }, once));
    });
    if (!done) return;
    this.#notices.done(this.words.t('directory.saved'));
    this.saved.emit(key);
  }

  async delete({ key }: Customer): Promise<void> {
    if (!(await this.sending.send(() => this.#api.deleteCustomer(key)))) return;
    this.#notices.done(this.words.t('customers.deleted'));
    this.gone.emit();
  }
}
