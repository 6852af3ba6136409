import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { webhookTypes } from '../../../../workflows/domain/notices/webhook-types.js';
import type { Webhook, WebhookSettings, WebhookType } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Control } from '../form/control.js';
import { FaultsAt } from '../form/faults-at.js';
import { Field } from '../form/field.js';
import { FormSending } from '../form/form-sending.js';
import { FormValues } from '../form/form-values.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { WebhooksApi } from './webhooks-api.js';

/** Where another system is called, and of what it is told. */
@Component({
  selector: 'md-webhook-form',
  imports: [Control, FaultsAt, Field, SendingProblem, Sends],
  templateUrl: './webhook-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookForm {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(WebhooksApi);
  readonly #notices = inject(Notices);
  readonly types = webhookTypes;
  /** The one to change; null for a new one. */
  readonly webhook = input<Webhook | null>(null);
  readonly saved = output();
  readonly left = output();
  readonly sending = new FormSending();

  isTold(type: WebhookType): boolean {
    return this.webhook()?.types.includes(type) ?? true;
  }

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const settings = this.#settingsIn(new FormValues(event.target));
    const id = this.webhook()?.id;
    const done = await this.sending.send((once) =>
      id === undefined ? this.#api.create(settings, once) : this.#api.change(id, settings),
    );
    if (!done) return;
    this.#notices.done(this.words.t('webhooks.saved'));
    this.saved.emit();
  }

  #settingsIn(values: FormValues): WebhookSettings {
    const chosen = new Set(values.ticked('types'));
    return {
      url: values.text('url'),
      description: values.text('description'),
      channel: values.maybe('channel'),
      enabled: values.ticked('enabled').length > 0,
      types: this.types.filter((type) => chosen.has(type)),
    };
  }
}
