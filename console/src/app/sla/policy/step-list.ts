import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import type { Sla } from '../../desk/contract.js';
import { MyDesk } from '../../desk/my-desk.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';

export type Clock = Sla['policies'][number]['clocks'][number];
type Step = Clock['steps'][number];

const actions = ['notify', 'raise', 're-route'] as const;

/** What happens when shares of a target are used up. */
@Component({
  selector: 'md-step-list',
  imports: [Icon],
  template: `
    <span class="label small">{{ words.t('sla.steps.label') }}</span>
    @for (step of steps(); track $index) {
      <span class="step-line">
        <input
          class="input num"
          type="number"
          min="1"
          max="1000"
          required
          [attr.aria-label]="words.t('sla.step.percent', { clock: clock() })"
          [value]="step.percent"
          (change)="setPercent($index, $event)"
        />
        <span>%</span>
        <select
          class="input"
          [attr.aria-label]="words.t('sla.step.action', { percent: step.percent })"
          (change)="setAction($index, $event)"
        >
          @for (one of actions; track one) {
            <option [value]="one" [selected]="one === step.action">
              {{ actionText(one) }}
            </option>
          }
        </select>
        @if (step.action === 're-route') {
          <select
            class="input"
            [attr.aria-label]="words.t('sla.step.channel', { percent: step.percent })"
            (change)="setChannel($index, $event)"
          >
            <option value="">{{ words.t('sla.step.same') }}</option>
            @for (one of desk.channels(); track one.key) {
              <option [value]="one.key" [selected]="one.key === step.channel">
                {{ one.name }}
              </option>
            }
          </select>
        }
        <button
          class="btn quiet square"
          type="button"
          [attr.aria-label]="words.t('sla.step.remove', { percent: step.percent })"
          (click)="remove($index)"
        >
          <md-icon name="x" />
        </button>
      </span>
    }
    <button class="btn slim quiet" type="button" (click)="add()">
      <md-icon name="plus" />{{ words.t('sla.step.add') }}
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepList {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly clock = input.required<string>();
  readonly steps = model.required<readonly Step[]>();
  readonly actions = actions;

  actionText(action: Step['action']): string {
    return this.words.t(`sla.step.${action}`);
  }

  setPercent(index: number, { target }: Event): void {
    if (target instanceof HTMLInputElement) this.#change(index, { percent: target.valueAsNumber });
  }

  setAction(index: number, { target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const action = actions.find((one) => one === target.value) ?? 'notify';
    this.#change(index, { action, channel: null });
  }

  setChannel(index: number, { target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    this.#change(index, { channel: target.value === '' ? null : target.value });
  }

  add(): void {
    const most = Math.max(80, ...this.steps().map(({ percent }) => percent));
    this.steps.set([...this.steps(), { percent: most + 20, action: 'notify', channel: null }]);
  }

  remove(index: number): void {
    this.steps.set(this.steps().filter((_, place) => place !== index));
  }

  #change(index: number, change: Partial<Step>): void {
    this.steps.set(
      this.steps().map((step, place) => (place === index ? { ...step, ...change } : step)),
    );
  }
}
