import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../shell/icon.js';
import type { FormSending } from './form-sending.js';

/** Why a form was not taken, and what is wrong at which place. */
@Component({
  selector: 'md-sending-problem',
  imports: [Icon],
  template: `
    @if (sending().sentence(); as said) {
      <div class="alert" role="alert">
        <md-icon name="circle-alert" />
        <div>
          <p>{{ said }}</p>
          @if (sending().faults().length > 0) {
            <ul class="fault-list">
              @for (fault of sending().faults(); track $index) {
                <li>
                  <b>{{ placeOf(fault.path) }}</b>: {{ fault.message }}
                </li>
              }
            </ul>
          }
        </div>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendingProblem {
  readonly sending = input.required<FormSending>();

  placeOf(path: string): string {
    return path.split('/').at(-1) ?? path;
  }
}
