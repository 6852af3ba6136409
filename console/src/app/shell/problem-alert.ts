import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DeskProblem } from '../desk/desk-problem.js';
import { ProblemWords } from '../words/problem-words.js';
import { Icon } from './icon.js';

/** Why something did not work, in a sentence; nothing while there is no problem. */
@Component({
  selector: 'md-problem-alert',
  imports: [Icon],
  template: `
    @if (sentence(); as said) {
      <div class="alert" role="alert">
        <md-icon name="circle-alert" />
        <p>{{ said }}</p>
        <ng-content />
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemAlert {
  readonly #problemWords = inject(ProblemWords);
  readonly problem = input.required<DeskProblem | null>();
  readonly sentence = computed(() => {
    const problem = this.problem();
    return problem && this.#problemWords.sentence(problem);
  });
}
