import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { LiveAnswer } from '../../desk/live-answer.js';
import { keysOf } from '../../manage/keys-of.js';
import { ManageFrame } from '../../manage/manage-frame.js';
import { NothingListed } from '../../manage/nothing-listed.js';
import { Panel } from '../../manage/panel.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';
import { CustomerEditor } from './customer-editor.js';

/** The customers whose people ask for help. */
@Component({
  selector: 'md-customers-page',
  imports: [CustomerEditor, Icon, ManageFrame, NothingListed, Panel],
  template: `
    <md-manage-frame
      [heading]="words.t('customers.title')"
      [lead]="words.t('customers.lead')"
      [problem]="customers.problem()"
      [open]="open() !== null"
      (again)="customers.load()"
    >
      <button actions class="btn primary" (click)="open.set('')">
        <md-icon name="plus" />{{ words.t('customers.new') }}
      </button>
      <ul class="manage-rows">
        @for (customer of customers.value(); track customer.key) {
          <li>
            <button
              class="manage-row"
              [attr.aria-pressed]="open() === customer.key"
              (click)="open.set(customer.key)"
            >
              <md-icon name="building-2" />
              <b class="clip">{{ customer.name }}</b>
              <span class="spread"></span>
              <span class="small faint num">{{
                words.count('customers.people', customer.requesters)
              }}</span>
            </button>
          </li>
        } @empty {
          <li class="manage-none muted">
            <md-nothing-listed [answer]="customers" [none]="words.t('customers.none')" />
          </li>
        }
      </ul>
      @for (key of opened(); track key) {
        <md-panel
          panel
          [heading]="chosen()?.name ?? words.t('customers.new')"
          (closed)="open.set(null)"
        >
          <md-customer-editor [customer]="chosen()" (saved)="show($event)" (gone)="show(null)" />
        </md-panel>
      }
    </md-manage-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CustomersPage {
  readonly words = inject(Words);
  readonly #api = inject(DirectoryApi);
  readonly customers = new LiveAnswer(() => this.#api.customers(), ['requesters']);
  /** The key of the customer that is open, nothing for a new one, null for none. */
  readonly open = signal<string | null>(null);
  readonly opened = computed(() => keysOf(this.open()));
  readonly chosen = computed(
    () => this.customers.value()?.find(({ key }) => key === this.open()) ?? null,
  );

  async show(key: string | null): Promise<void> {
    await this.customers.load();
    this.open.set(key);
  }
}
