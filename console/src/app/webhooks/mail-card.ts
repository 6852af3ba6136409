import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { DeliveryLines } from './delivery-lines.js';

/** What the desk mails, and how that went; or that it has no mail server. */
@Component({
  selector: 'md-mail-card',
  imports: [DeliveryLines, Icon],
  template: `
    <article class="card">
      <header class="card-head">
        <md-icon name="send" />
        <h2>{{ words.t('webhooks.mails') }}</h2>
        @if (!desk.me()?.mails) {
          <span class="tag warn">{{ words.t('webhooks.mails.off') }}</span>
        }
        <span class="spread"></span>
        <button class="btn quiet" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
          <md-icon name="list" />{{ words.t('webhooks.log') }}
        </button>
      </header>
      <p class="muted small">
        {{ words.t(desk.me()?.mails ? 'webhooks.mails.lead' : 'webhooks.mails.how') }}
      </p>
      @if (isOpen()) {
        <md-delivery-lines [webhook]="null" />
      }
    </article>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailCard {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly isOpen = signal(false);
}
