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
import type { Delivery, Webhook } from '../desk/contract.js';
import { Since } from '../queue/since.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { countdownText, fullInstantText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { WebhooksApi } from './webhooks-api.js';

/** Nobody tells what became of a call, so the log is read again while one is on its way. */
const againAfterMs = 3_000;

/** The log of what goes outside: how each delivery stands, when it is tried next, and a way not to wait for that. */
@Component({
  selector: 'md-delivery-lines',
  imports: [Icon, Since],
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
  readonly waiting = computed(() => this.lines()?.filter((line) => this.waits(line)) ?? []);
  /** Which are being asked for now. */
  readonly trying = signal<ReadonlySet<string>>(new Set());
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
    return this.words.t(`webhooks.state.${this.standing(line)}`);
  }

  /** How it stands; one that waits, and was tried before, has failed so far. */
  standing(line: Delivery): NonNullable<Webhook['latest']> {
    return this.waits(line) && line.attempts.length > 0 ? 'waiting' : line.state;
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
    await this.#run(async () => {
      this.lines.set((await this.#api.log(this.webhook())).deliveries);
    });
  }

  again(line: Delivery): Promise<void> {
    return this.#tryNow([line]);
  }

  /** For whoever has mended the other side, and need not wait for each of them. */
  againAll(): Promise<void> {
    return this.#tryNow(this.waiting());
  }

  /** Each once, though its button is pressed twice; one that is refused keeps no other from it. */
  async #tryNow(lines: readonly Delivery[]): Promise<void> {
    const ids = lines.map(({ id }) => id).filter((id) => !this.trying().has(id));
    if (ids.length === 0) return;
    this.trying.update((trying) => new Set([...trying, ...ids]));
    await this.#run(async () => {
      const asked = await Promise.allSettled(ids.map((id) => this.#api.again(id)));
      const refused = asked.find((one) => one.status === 'rejected');
      if (refused) throw refused.reason;
    });
    await this.load();
    this.trying.update((trying) => new Set([...trying].filter((id) => !ids.includes(id))));
  }

  async #run(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
