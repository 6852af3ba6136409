import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { Delivery, Webhook, WebhookSettings } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Since } from '../queue/since.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { WebhookForm } from './webhook-form.js';
import { WebhooksApi } from './webhooks-api.js';

/** Nobody tells what became of a call, so its log is read again while one is on its way. */
const againAfterMs = 3_000;

/** One other system: what it is told, its secret, and the log of its calls. */
@Component({
  selector: 'md-webhook-card',
  imports: [Icon, Since, WebhookForm],
  templateUrl: './webhook-card.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookCard {
  readonly words = inject(Words);
  readonly #desk = inject(MyDesk);
  readonly #api = inject(WebhooksApi);
  readonly #notices = inject(Notices);
  readonly webhook = input.required<Webhook>();
  readonly changed = output();
  readonly editing = signal(false);
  readonly sure = signal(false);
  /** The other system fails until it knows a new secret too, so that waits for a second press. */
  readonly renewing = signal(false);
  readonly secret = signal<string | null>(null);
  readonly log = signal<readonly Delivery[] | null>(null);
  readonly #isUnderWay = computed(() => this.log()?.some(({ state }) => state === 'pending'));

  constructor() {
    effect((onCleanup) => {
      if (!this.#isUnderWay()) return;
      const timer = setInterval(() => {
        if (!document.hidden) void this.showLog();
      }, againAfterMs);
      onCleanup(() => {
        clearInterval(timer);
      });
    });
  }

  channelName(): string {
    const { channel } = this.webhook();
    if (channel === null) return this.words.t('webhooks.everyChannel');
    return this.#desk.channelName(channel);
  }

  stateText(state: Delivery['state']): string {
    return this.words.t(`webhooks.state.${state}`);
  }

  problemOf({ attempts }: Delivery): string | null {
    return attempts.at(-1)?.problem ?? null;
  }

  save(settings: WebhookSettings): Promise<void> {
    return this.#run(async () => {
      await this.#api.change(this.webhook().id, settings);
      this.editing.set(false);
      this.#notices.done(this.words.t('webhooks.saved'));
      this.changed.emit();
    });
  }

  remove(): Promise<void> {
    return this.#run(async () => {
      await this.#api.remove(this.webhook().id);
      this.changed.emit();
    });
  }

  showSecret(): Promise<void> {
    return this.#run(async () => {
      this.secret.set(await this.#api.secret(this.webhook().id));
    });
  }

  renewSecret(): Promise<void> {
    this.renewing.set(false);
    return this.#run(async () => {
      await this.#api.renewSecret(this.webhook().id);
      this.#notices.done(this.words.t('webhooks.secret.renewed'));
      this.secret.set(await this.#api.secret(this.webhook().id));
    });
  }

  test(): Promise<void> {
    return this.#run(async () => {
      await this.#api.test(this.webhook().id);
      this.#notices.done(this.words.t('webhooks.tested'));
      await this.showLog();
    });
  }

  showLog(): Promise<void> {
    return this.#run(async () => {
      this.log.set((await this.#api.log(this.webhook().id)).deliveries);
    });
  }

  again(delivery: string): Promise<void> {
    return this.#run(async () => {
      await this.#api.again(delivery);
      await this.showLog();
    });
  }

  async #run(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
