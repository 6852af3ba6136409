import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Webhook } from '../desk/contract.js';
import { DeskClock } from '../desk/desk-clock.js';
import { MyDesk } from '../desk/my-desk.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { SecondPress } from '../shell/second-press.js';
import { countdownText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { DeliveryLines } from './delivery-lines.js';
import { WebhookForm } from './webhook-form.js';
import { WebhooksApi } from './webhooks-api.js';

/** How a call stands, and when it is tried next. */
interface Standing {
  readonly state: NonNullable<Webhook['latest']>;
  readonly nextTryAt: string | null;
}

/** One other system: what it is told, its secret, and the log of its calls. */
@Component({
  selector: 'md-webhook-card',
  imports: [DeliveryLines, Icon, SecondPress, WebhookForm],
  templateUrl: './webhook-card.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookCard {
  readonly words = inject(Words);
  readonly #clock = inject(DeskClock);
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
  readonly isLogOpen = signal(false);
  readonly log = viewChild(DeliveryLines);
  /** How the latest call stands: the log is read again and again while it is open. */
  readonly latest = computed<Standing | null>(() => {
    const log = this.log();
    const [line] = log?.lines() ?? [];
    if (log && line) {
      return { state: log.standing(line), nextTryAt: line.nextTryAt };
    }
    const { latest: state, nextTryAt } = this.webhook();
    return state && { state, nextTryAt };
  });

  channelName(): string {
    const { channel } = this.webhook();
    if (channel === null) return this.words.t('webhooks.everyChannel');
    return this.#desk.channelName(channel);
  }

  stateText({ state, nextTryAt }: Standing): string {
    const wait = nextTryAt === null ? 0 : Date.parse(nextTryAt) - this.#clock.now();
    if (wait <= 0) return this.words.t(`webhooks.state.${state}`);
    const left = countdownText(wait, this.words.locale());
    return this.words.t('webhooks.state.tryingAgain', { left });
  }

  kept(): void {
    this.editing.set(false);
    this.changed.emit();
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
      this.isLogOpen.set(true);
      await this.log()?.load();
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
