import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { FaultWords } from '../words/fault-words.js';
import { Words } from '../words/words.js';
import { type Named, RoutingApi, type RoutingTrial } from './routing-api.js';
import { RoutingNames } from './routing-names.js';

type Reason = RoutingTrial['why'][number];
type Considered = RoutingTrial['people'][number];

/** Where a request would go now, to whom, and why. Nothing is begun by asking. */
@Component({
  selector: 'md-routing-trial',
  imports: [Icon],
  templateUrl: './trial-view.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrialView {
  readonly words = inject(Words);
  readonly faultWords = inject(FaultWords);
  readonly names = inject(RoutingNames);
  readonly #api = inject(RoutingApi);
  readonly #notices = inject(Notices);
  readonly facts = ['system', 'department', 'locale', 'words'] as const;
  readonly named = ['customer', 'sosCall'] as const;
  readonly origins = ['sos-call', 'invitation', 'code'] as const;
  readonly busy = signal(false);
  readonly trial = signal<RoutingTrial | null>(null);

  factName(fact: (typeof this.facts | typeof this.named)[number]): string {
    return this.words.t(`routing.fact.${fact}`);
  }

  namesOf(fact: (typeof this.named)[number]): readonly Named[] {
    return fact === 'customer' ? this.names.customers() : this.names.sosCalls();
  }

  originName(origin: (typeof this.origins)[number]): string {
    return this.words.t(`routing.origin.${origin}`);
  }

  reason({ code, rule = '', condition = '', channel = '' }: Reason): string {
    const fact = `routing.fact.${condition}`;
    return this.words.t(`routing.why.${code}`, {
      rule,
      condition: this.words.knows(fact) ? this.words.t(fact) : condition,
      channel: this.names.channel(channel),
    });
  }

  step({ step }: RoutingTrial): string {
    if (step.kind === 'offer') {
      return this.words.t('routing.step.offer', { name: step.person?.name ?? '' });
    }
    if (step.kind === 'draw') {
      return this.words.t('routing.step.draw', { n: (step.tier ?? 0) + 1 });
    }
    if (step.kind === 'leave') return this.words.t('routing.step.leave');
    const { waitSeconds } = step;
    return typeof waitSeconds === 'number'
      ? this.words.t('routing.step.wait', { minutes: Math.ceil(waitSeconds / 60) })
      : this.words.t('routing.step.open');
  }

  verdict({ reason }: Considered): string {
    return this.words.t(`routing.person.${reason}`);
  }

  async ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const given = [...new FormData(event.target)].filter(
      ([, value]) => typeof value === 'string' && value.trim() !== '',
    );
    this.busy.set(true);
    try {
      this.trial.set(await this.#api.tryOut(Object.fromEntries(given)));
    } catch (thrown) {
      this.#notices.problem(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
