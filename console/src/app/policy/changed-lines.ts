import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { structuredPatch } from 'diff';

/** How many unchanged lines stand around a changed one. */
const context = 3;

/** The lines that a change takes out of a file and puts into it, with their neighbours. */
@Component({
  selector: 'md-changed-lines',
  template: `
    <div class="changed-lines mono" role="region" tabindex="0" [attr.aria-label]="name()">
      @for (line of lines(); track $index) {
        @switch (line[0]) {
          @case ('+') {
            <ins>{{ line }}</ins>
          }
          @case ('-') {
            <del>{{ line }}</del>
          }
          @case ('@') {
            <hr />
          }
          @default {
            <span>{{ line }}</span>
          }
        }
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangedLines {
  readonly name = input.required<string>();
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  /** Each with its sign before it; an `@` parts what does not stand together. */
  readonly lines = computed(() => {
    const { hunks } = structuredPatch('', '', this.before(), this.after(), '', '', { context });
    return hunks.flatMap(({ lines }, at) => (at === 0 ? lines : ['@', ...lines]));
  });
}
