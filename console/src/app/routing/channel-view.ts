import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import type { ChannelRouting } from '../desk/contract.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { Control } from '../form/control.js';
import { FaultsAt } from '../form/faults-at.js';
import { Field } from '../form/field.js';
import { FormSending } from '../form/form-sending.js';
import { NumberField } from '../form/number-field.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { valueOf } from '../form/value-of.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { type Fault, FaultWords } from '../words/fault-words.js';
import { Words } from '../words/words.js';
import { type Choice, type Choices, NameChoice } from './name-choice.js';
import { RoutingApi } from './routing-api.js';
import { RoutingNames } from './routing-names.js';
import { groupChoice, personChoice, withNamed, withoutNamed } from './tier-names.js';
import { RuleName } from './rule-name.js';

type Tier = NonNullable<ChannelRouting['tiers']>[number];
type Escalation = NonNullable<ChannelRouting['escalation']>[number];

const modes = ['open-queue', 'least-busy', 'skills-least-busy', 'round-robin'] as const;
const most = 10;

/** How sessions of a channel find their technician: mode, tiers, and when they are raised. */
@Component({
  selector: 'md-routing-channel',
  imports: [
    Control,
    FaultsAt,
    Field,
    Icon,
    NameChoice,
    NumberField,
    ProblemAlert,
    RuleName,
    SendingProblem,
    Sends,
  ],
  templateUrl: './channel-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelView {
  readonly words = inject(Words);
  readonly faultWords = inject(FaultWords);
  readonly names = inject(RoutingNames);
  readonly #api = inject(RoutingApi);
  readonly #notices = inject(Notices);
  readonly #chosen = signal<string | null>(null);
  readonly modes = modes;
  readonly most = most;
  readonly occasions = ['unclaimed', 'unhelped'] as const;
  readonly sending = new FormSending();
  readonly draft = signal<ChannelRouting | null>(null);
  /** Why there is none to be seen. */
  readonly problem = signal<DeskProblem | null>(null);
  readonly people = computed<readonly Choices[]>(() => [
    { heading: this.words.t('routing.groups'), choices: this.names.groups().map(groupChoice) },
    {
      heading: this.words.t('routing.technicians'),
      choices: this.names.technicians().map(personChoice),
    },
  ]);
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
    this.problem.set(null);
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

  seconds(minutes: number): number {
    return Math.round(minutes * 60);
  }

  addTier(): void {
    this.#setTiers([...this.tiers(), { groups: [], technicians: [], waitSeconds: 120 }]);
  }

  setTier(at: number, changed: Partial<Tier>): void {
    this.#setTiers(this.tiers().map((tier, i) => (i === at ? { ...tier, ...changed } : tier)));
  }

  removeTier(at: number): void {
    this.sending.forget();
    this.#setTiers(this.tiers().filter((_, i) => i !== at));
  }

  /** Whom a tier names, a group as `group:key`. */
  inTier({ groups = [], technicians = [] }: Tier): readonly Choice[] {
    return [
      ...groups.map((key) => groupChoice({ key, name: this.names.group(key) })),
      ...technicians.map((key) => personChoice({ key, name: this.names.technician(key) })),
    ];
  }

  takeIn(at: number, value: string): void {
    const tier = this.tiers()[at];
    if (tier) this.setTier(at, withNamed(tier, value));
  }

  letGo(at: number, value: string): void {
    const tier = this.tiers()[at];
    if (tier) this.setTier(at, withoutNamed(tier, value));
  }

  /** What the desk said of a tier when it was last saved or read. */
  remarksOn(at: number): readonly Fault[] {
    return (this.draft()?.remarks ?? []).filter(({ path }) => path === `/tiers/${at}`);
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

  /** What was said of tiers was said of those that the desk has. */
  #setTiers(tiers: Tier[]): void {
    this.set({ tiers, remarks: [] });
  }

  async #load(channel: string): Promise<void> {
    try {
      this.sending.forget();
      const routing = await this.#api.channel(channel);
      // Another one may have been chosen meanwhile.
      if (this.channel() === channel) this.draft.set(routing);
    } catch (thrown) {
      if (this.channel() === channel) this.problem.set(asProblem(thrown));
    }
  }
}
