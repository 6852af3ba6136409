import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import type { ChannelRouting } from '../desk/contract.js';
import { FaultsAt } from '../form/faults-at.js';
import { FormSending } from '../form/form-sending.js';
import { SendingProblem } from '../form/sending-problem.js';
import { valueOf } from '../form/value-of.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { RoutingApi } from './routing-api.js';
import { RoutingNames } from './routing-names.js';
import { RuleName } from './rule-name.js';

type Tier = NonNullable<ChannelRouting['tiers']>[number];
type Escalation = NonNullable<ChannelRouting['escalation']>[number];

const modes = ['open-queue', 'least-busy', 'skills-least-busy', 'round-robin'] as const;
const most = 10;

/** How sessions of a channel find their technician: mode, tiers, and when they are raised. */
@Component({
  selector: 'md-routing-channel',
  imports: [FaultsAt, Icon, RuleName, SendingProblem],
  templateUrl: './channel-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelView {
  readonly words = inject(Words);
  readonly names = inject(RoutingNames);
  readonly #api = inject(RoutingApi);
  readonly #notices = inject(Notices);
  readonly #chosen = signal<string | null>(null);
  readonly modes = modes;
  readonly most = most;
  readonly occasions = ['unclaimed', 'unhelped'] as const;
  readonly sending = new FormSending();
  readonly draft = signal<ChannelRouting | null>(null);
  readonly channel = computed(() => this.#chosen() ?? this.names.channels()[0]?.key ?? null);
  readonly tiers = computed<readonly Tier[]>(() => this.draft()?.tiers ?? []);
  readonly escalation = computed<readonly Escalation[]>(() => this.draft()?.escalation ?? []);

  constructor() {
    effect(() => {
      const channel = this.channel();
      if (channel !== null) void this.#load(channel);
    });
  }

  go(event: Event): void {
    this.draft.set(null);
    this.#chosen.set(valueOf(event));
  }

  set(changed: Partial<ChannelRouting>): void {
    this.draft.update((draft) => draft && { ...draft, ...changed });
  }

  modeName(mode: ChannelRouting['mode']): string {
    return this.words.t(`routing.mode.${mode}`);
  }

  modeLead(mode: ChannelRouting['mode']): string {
    return this.words.t(`routing.mode.${mode}.lead`);
  }

  seconds(event: Event): number {
    return Math.round(Number(valueOf(event)));
  }

  minutes(event: Event): number {
    return Math.round(Number(valueOf(event)) * 60);
  }

  addTier(): void {
    this.set({ tiers: [...this.tiers(), { groups: [], technicians: [], waitSeconds: 120 }] });
  }

  setTier(at: number, changed: Partial<Tier>): void {
    this.set({ tiers: this.tiers().map((tier, i) => (i === at ? { ...tier, ...changed } : tier)) });
  }

  removeTier(at: number): void {
    this.sending.forget();
    this.set({ tiers: this.tiers().filter((_, i) => i !== at) });
  }

  /** Takes in whom the list names, a group as `group:key`, and lets the list stand open again. */
  takeIn(at: number, event: Event): void {
    const [kind, key] = valueOf(event).split(':');
    if (event.target instanceof HTMLSelectElement) event.target.value = '';
    const tier = this.tiers()[at];
    if (!tier || !key) return;
    const { groups = [], technicians = [] } = tier;
    if (kind === 'group') this.setTier(at, { groups: [...new Set([...groups, key])] });
    else this.setTier(at, { technicians: [...new Set([...technicians, key])] });
  }

  letGoGroup(at: number, key: string): void {
    const { groups = [] } = this.tiers()[at] ?? {};
    this.setTier(at, { groups: groups.filter((one) => one !== key) });
  }

  letGo(at: number, key: string): void {
    const { technicians = [] } = this.tiers()[at] ?? {};
    this.setTier(at, { technicians: technicians.filter((one) => one !== key) });
  }

  addRule(): void {
    const rule: Escalation = { name: '', when: 'unclaimed', afterSeconds: 600 };
    this.set({ escalation: [...this.escalation(), rule] });
  }

  setRule(at: number, changed: Partial<Escalation>): void {
    const rules = this.escalation();
    this.set({ escalation: rules.map((rule, i) => (i === at ? { ...rule, ...changed } : rule)) });
  }

  removeRule(at: number): void {
    this.sending.forget();
    this.set({ escalation: this.escalation().filter((_, i) => i !== at) });
  }

  occasionName(occasion: Escalation['when']): string {
    return this.words.t(`routing.occasion.${occasion}`);
  }

  occasion(event: Event): Escalation['when'] {
    return valueOf(event) === 'unhelped' ? 'unhelped' : 'unclaimed';
  }

  async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const [channel, draft] = [this.channel(), this.draft()];
    if (channel === null || !draft) return;
    const done = await this.sending.send(async () => {
      this.draft.set(await this.#api.putChannel(channel, draft));
    });
    if (done) this.#notices.done(this.words.t('routing.saved'));
  }

  async #load(channel: string): Promise<void> {
    try {
      this.sending.forget();
      const routing = await this.#api.channel(channel);
      // Another one may have been chosen meanwhile.
      if (this.channel() === channel) this.draft.set(routing);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
