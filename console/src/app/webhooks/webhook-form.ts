import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { webhookTypes } from '../../../../workflows/domain/notices/webhook-types.js';
import type { Webhook, WebhookSettings, WebhookType } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Words } from '../words/words.js';

/** Where another system is called, and of what it is told. */
@Component({
  selector: 'md-webhook-form',
  templateUrl: './webhook-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookForm {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly types = webhookTypes;
  readonly webhook = input<Webhook | null>(null);
  readonly saved = output<WebhookSettings>();
  readonly left = output();

  isTold(type: WebhookType): boolean {
    return this.webhook()?.types.includes(type) ?? true;
  }

  save(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const data = new FormData(event.target);
    const text = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const chosen = new Set(data.getAll('types'));
    this.saved.emit({
      url: text('url'),
      description: text('description'),
      channel: text('channel') === '' ? null : text('channel'),
      enabled: data.has('enabled'),
      types: this.types.filter((type) => chosen.has(type)),
    });
  }
}
