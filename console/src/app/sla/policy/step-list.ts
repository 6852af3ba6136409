import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import type { Sla } from '../../desk/contract.js';
import { MyDesk } from '../../desk/my-desk.js';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { Sends } from '../../form/sends.js';
import { valueOf } from '../../form/value-of.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';

export type Clock = Sla['policies'][number]['clocks'][number];
type Step = Clock['steps'][number];

const actions = ['notify', 'raise', 're-route'] as const;

/** What happens when shares of a target are used up. */
@Component({
  selector: 'md-step-list',
  imports: [Control, Field, Icon],
  template: `
    <span class="label small">{{ words.t('sla.steps.label') }}</span>
    @for (step of steps(); track $index) {
      <md-field
        [at]="at() + '/' + $index"
        [fieldId]="fieldId($index)"
        [label]="words.t('sla.step.percent', { clock: clock() })"
        [unseen]="true"
      >
        <span class="step-line">
          <input
            mdControl
            class="num"
            type="number"
            min="1"
            max="1000"
            required
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
      </md-field>
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
  readonly #sends = inject(Sends);
  /** Where they stand in what is sent. */
  readonly at = input.required<string>();
  readonly clock = input.required<string>();
  readonly steps = model.required<readonly Step[]>();
  readonly actions = actions;

  fieldId(index: number): string {
    return `step${this.at().replaceAll('/', '-')}-${index}`;
  }

  actionText(action: Step['action']): string {
    return this.words.t(`sla.step.${action}`);
  }

  setPercent(index: number, { target }: Event): void {
    if (target instanceof HTMLInputElement) this.#change(index, { percent: target.valueAsNumber });
  }

  setAction(index: number, event: Event): void {
    const action = actions.find((one) => one === valueOf(event)) ?? 'notify';
    this.#change(index, { action, channel: null });
  }

  setChannel(index: number, event: Event): void {
    const channel = valueOf(event);
    this.#change(index, { channel: channel === '' ? null : channel });
  }

  add(): void {
    const most = Math.max(80, ...this.steps().map(({ percent }) => percent));
    this.steps.set([...this.steps(), { percent: most + 20, action: 'notify', channel: null }]);
  }

  remove(index: number): void {
    this.#sends.sending().forget();
    this.steps.set(this.steps().filter((_, place) => place !== index));
  }

  #change(index: number, change: Partial<Step>): void {
    this.steps.set(
      this.steps().map((step, place) => (place === index ? { ...step, ...change } : step)),
    );
  }
}
