import { ChangeDetectionStrategy, Component, inject, model } from '@angular/core';
import { Words } from '../../words/words.js';

/** Narrows a long list of people by a few letters. */
@Component({
  selector: 'md-target-search',
  template: `
    <input
      class="input"
      type="search"
      maxlength="100"
      [placeholder]="words.t('transfer.find')"
      [attr.aria-label]="words.t('transfer.find')"
      [value]="text()"
      (input)="find($event)"
      (keydown.enter)="$event.preventDefault()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetSearch {
  readonly words = inject(Words);
  readonly text = model.required<string>();

  find({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.text.set(target.value);
  }
}
