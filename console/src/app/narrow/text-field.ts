import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { oncePaused } from './once-paused.js';

/** Words that a list is narrowed to while they are typed. */
@Component({
  selector: 'md-text-field',
  imports: [Icon],
  template: `
    <label [for]="fieldId()">{{ words.t('audit.text') }}</label>
    <div class="with-icon">
      <md-icon name="search" />
      <input
        #field
        class="input"
        type="search"
        maxlength="100"
        [id]="fieldId()"
        [placeholder]="hint()"
        [value]="text() ?? ''"
        (input)="typed(field.value)"
      />
    </div>
  `,
  host: { class: 'field audit-wide' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  readonly words = inject(Words);
  readonly fieldId = input.required<string>();
  /** What can be found by it. */
  readonly hint = input.required<string>();
  readonly text = input<string>();
  /** The words, or nothing for everything. */
  readonly narrowed = output<string>();
  readonly typed = oncePaused((text) => {
    this.narrowed.emit(text);
  });
}
