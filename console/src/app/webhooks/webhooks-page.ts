import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { Webhook } from '../desk/contract.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { PageHead } from '../shell/page-head.js';
import { Words } from '../words/words.js';
import { MailCard } from './mail-card.js';
import { WebhookCard } from './webhook-card.js';
import { WebhookForm } from './webhook-form.js';
import { WebhooksApi } from './webhooks-api.js';

/** The other systems that are told of sessions. */
@Component({
  selector: 'md-webhooks-page',
  imports: [Icon, MailCard, PageHead, WebhookCard, WebhookForm],
  template: `
    <main class="desk-page">
      <md-page-head [heading]="words.t('webhooks.title')">
        <button class="btn primary" (click)="adding.set(true)">
          <md-icon name="plus" />{{ words.t('webhooks.add') }}
        </button>
      </md-page-head>
      <p class="page-lead">{{ words.t('webhooks.lead') }}</p>
      @if (adding()) {
        <section class="card">
          <md-webhook-form (saved)="added()" (left)="adding.set(false)" />
        </section>
      }
      @for (webhook of webhooks(); track webhook.id) {
        <md-webhook-card [webhook]="webhook" (changed)="load()" />
      } @empty {
        <p class="muted">{{ words.t(loaded() ? 'webhooks.none' : 'webhooks.wait') }}</p>
      }
      <md-mail-card />
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhooksPage {
  readonly words = inject(Words);
  readonly #api = inject(WebhooksApi);
  readonly #notices = inject(Notices);
  readonly webhooks = signal<readonly Webhook[]>([]);
  readonly loaded = signal(false);
  readonly adding = signal(false);

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    try {
      this.webhooks.set(await this.#api.list());
      this.loaded.set(true);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  async added(): Promise<void> {
    this.adding.set(false);
    await this.load();
  }
}
