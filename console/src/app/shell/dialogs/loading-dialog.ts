import { ChangeDetectionStrategy, Component, type Resource, computed, input } from '@angular/core';
import { asProblem } from '../../desk/desk-problem.js';
import { ProblemAlert } from '../problem-alert.js';
import { Dialog } from './dialog.js';

/** A wide dialog about something that the desk has to bring first. */
@Component({
  selector: 'md-loading-dialog',
  imports: [Dialog, ProblemAlert],
  template: `
    <md-dialog [heading]="heading()" [wide]="true">
      @if (problem(); as failure) {
        <md-problem-alert [problem]="failure" />
      } @else if (brought().isLoading()) {
        <p role="status" class="visually-hidden">{{ wait() }}</p>
        <span class="bone"></span><span class="bone"></span><span class="bone"></span>
      } @else {
        <ng-content />
      }
    </md-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadingDialog {
  readonly heading = input.required<string>();
  /** What is said while it is on its way. */
  readonly wait = input.required<string>();
  readonly brought = input.required<Resource<unknown>>();
  readonly problem = computed(() => {
    const thrown = this.brought().error();
    return thrown ? asProblem(thrown) : null;
  });
}
