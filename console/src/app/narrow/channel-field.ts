import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { Words } from '../words/words.js';

/** A channel that a list is narrowed to, or every one. */
@Component({
  selector: 'md-channel-field',
  template: `
    <label [for]="fieldId()">{{ words.t('audit.channel') }}</label>
    <select #field class="input" [id]="fieldId()" (change)="narrowed.emit(field.value)">
      <option value="">{{ words.t('queue.everyChannel') }}</option>
      @for (one of desk.channels(); track one.key) {
        <option [value]="one.key" [selected]="key() === one.key">{{ one.name }}</option>
      }
    </select>
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelField {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly fieldId = input.required<string>();
  /** The key of the channel that is chosen, if any is. */
  readonly key = input<string>();
  /** A key, or nothing for every channel. */
  readonly narrowed = output<string>();
}
