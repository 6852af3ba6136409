import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { LiveAnswer } from '../desk/live-answer.js';
import { Words } from '../words/words.js';

/** What stands where a list is empty: that it is still coming, or that there is nothing; a problem speaks for itself. */
@Component({
  selector: 'md-nothing-listed',
  template: `{{ said() }}`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NothingListed {
  readonly #words = inject(Words);
  readonly answer = input.required<LiveAnswer<unknown>>();
  /** What to say once it is known that there is nothing. */
  readonly none = input.required<string>();
  readonly said = computed(() => {
    if (this.answer().value() !== null) return this.none();
    return this.answer().problem() === null ? this.#words.t('directory.wait') : '';
  });
}
