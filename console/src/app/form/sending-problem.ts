import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Icon } from '../shell/icon.js';
import { FaultWords } from '../words/fault-words.js';
import type { FormSending } from './form-sending.js';

/** Why a form was not taken, and what is wrong where no field of it says so. */
@Component({
  selector: 'md-sending-problem',
  imports: [Icon],
  template: `
    @if (sending().general(); as said) {
      <div class="alert" role="alert">
        <md-icon name="circle-alert" />
        <div>
          <p>{{ said }}</p>
          @if (sending().homeless().length > 0) {
            <ul class="fault-list">
              @for (fault of sending().homeless(); track $index) {
                <li>
                  @if (faultWords.place(fault); as place) {
                    <b>{{ place }}</b>:
                  }
                  {{ faultWords.sentence(fault) }}
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
  readonly faultWords = inject(FaultWords);
  readonly sending = input.required<FormSending>();
}
