import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { DeskProblem } from '../desk/desk-problem.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';

/** A page of those who manage: a heading with its buttons, the list, and beside it what is open of it. */
@Component({
  selector: 'md-manage-frame',
  imports: [PageHead, ProblemAlert],
  template: `
    <main class="desk-page manage-page" [class.open]="open()">
      <md-page-head [heading]="heading()">
        <ng-content select="[actions]" />
      </md-page-head>
      <p class="page-lead">{{ lead() }}</p>
      <md-problem-alert [problem]="problem()">
        <span class="spread"></span>
        <button class="btn slim" type="button" (click)="again.emit()">
          {{ words.t('again') }}
        </button>
      </md-problem-alert>
      <div class="manage-body">
        <section id="manage-list" class="manage-list" tabindex="-1" [attr.aria-label]="heading()">
          <ng-content />
        </section>
        <ng-content select="[panel]" />
      </div>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ManageFrame {
  readonly words = inject(Words);
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  readonly problem = input<DeskProblem | null>(null);
  /** Whether something of the list is open beside it. */
  readonly open = input(false);
  /** What could not be had is to be asked for once more. */
  readonly again = output();
}
