import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { instantAt, localTime } from './local-time.js';

/** An instant that bounds a list, by the clock of who looks. */
@Component({
  selector: 'md-instant-field',
  template: `
    <label [for]="fieldId()">{{ label() }}</label>
    <input
      #field
      class="input"
      type="datetime-local"
      [id]="fieldId()"
      [value]="localTime(at())"
      (change)="narrowed.emit(instantAt(field.value))"
    />
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstantField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly at = input<string>();
  /** An instant, or nothing for no bound. */
  readonly narrowed = output<string>();
  readonly localTime = localTime;
  readonly instantAt = instantAt;
}
