import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { DeskProblem } from '../desk/desk-problem.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';

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
      <md-problem-alert [problem]="problem()" />
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
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  readonly problem = input<DeskProblem | null>(null);
  /** Whether something of the list is open beside it. */
  readonly open = input(false);
}
