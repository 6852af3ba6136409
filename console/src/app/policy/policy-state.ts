import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../shell/icon.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { PolicyNow } from './policy-now.js';

/** Says on every part of the policy's page that changed files have faults and which. */
@Component({
  selector: 'md-policy-state',
  imports: [Icon, ProblemAlert],
  template: `
    <md-problem-alert [problem]="now.problem()" />
    @if (now.policy()?.refused; as refused) {
      <div class="alert warn" role="alert">
        <md-icon name="circle-alert" />
        <div>
          <b>{{ words.t('policy.refused') }}</b>
          <ul class="small mono fault-list">
            @for (fault of refused.faults; track $index) {
              <li>
                {{ fault.file }}{{ fault.line === 0 ? '' : ':' + fault.line }}: {{ fault.message }}
              </li>
            }
          </ul>
        </div>
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicyState {
  readonly words = inject(Words);
  readonly now = inject(PolicyNow);
}
