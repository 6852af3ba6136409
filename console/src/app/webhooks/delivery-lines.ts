import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { DeskClock } from '../desk/desk-clock.js';
import type { Delivery } from '../desk/contract.js';
import { Since } from '../queue/since.js';
import { Notices } from '../shell/notices.js';
import { countdownText, fullInstantText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { WebhooksApi } from './webhooks-api.js';

/** Nobody tells what became of a call, so the log is read again while one is on its way. */
const againAfterMs = 3_000;

/** The log of what goes outside: how each delivery stands, when it is tried next, and a way not to wait for that. */
@Component({
  selector: 'md-delivery-lines',
  imports: [Since],
  templateUrl: './delivery-lines.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliveryLines {
  readonly words = inject(Words);
  readonly #clock = inject(DeskClock);
  readonly #api = inject(WebhooksApi);
  readonly #notices = inject(Notices);
  /** Whose log it is; null for the mails. */
  readonly webhook = input.required<string | null>();
  readonly lines = signal<readonly Delivery[] | null>(null);
  readonly #isUnderWay = computed(() => this.lines()?.some(({ state }) => state === 'pending'));

  constructor() {
    effect(() => {
      this.webhook();
      untracked(() => void this.load());
    });
    effect((onCleanup) => {
      if (!this.#isUnderWay()) return;
      const timer = setInterval(() => {
        if (!document.hidden) void this.load();
      }, againAfterMs);
      onCleanup(() => {
        clearInterval(timer);
      });
    });
  }

  stateText(line: Delivery): string {
    return this.words.t(
      this.waits(line) ? 'webhooks.state.waiting' : `webhooks.state.${line.state}`,
    );
  }

  /** Whether it waits for a try that could be made now. */
  waits({ state, underWay }: Delivery): boolean {
    return state === 'pending' && !underWay;
  }

  /** What went wrong at the last try; of before the desk knew it in every language, as it was put then. */
  problemOf({ attempts }: Delivery): string | null {
    const { problem = null, status = null, fault = null } = attempts.at(-1) ?? {};
    if (fault !== null) return this.words.t(`delivery.${fault.code}`, { ...fault.values });
    if (problem === null || status === null) return problem;
    return this.words.t('delivery.answered-otherwise', { status });
  }

  /** What the other side said at the last try, in whatever language it speaks. */
  saidBy({ attempts }: Delivery): string | null {
    return attempts.at(-1)?.fault?.said ?? null;
  }

  /** When one that waits is tried next; null for every other. */
  nextText({ nextTryAt }: Delivery): string | null {
    if (nextTryAt === null) return null;
    const left = countdownText(Date.parse(nextTryAt) - this.#clock.now(), this.words.locale());
    return this.words.t('webhooks.next', { left });
  }

  inFull(instant: string | null): string | null {
    return instant === null ? null : fullInstantText(Date.parse(instant), this.words.locale());
  }

  async load(): Promise<void> {
    await this.#run(() => Promise.resolve());
  }

  async again({ id }: Delivery): Promise<void> {
    await this.#run(() => this.#api.again(id));
  }

  async #run(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.lines.set((await this.#api.log(this.webhook())).deliveries);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
