import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { Words } from '../../words/words.js';
import { TargetSearch } from './target-search.js';

/** From so many on, people can be looked for by name. */
const longList = 10;

/** Whom and what one can choose from; where those are many people, narrowed by a few letters. */
@Component({
  selector: 'md-target-list',
  imports: [TargetSearch],
  template: `
    @if (people() > longList) {
      <md-target-search [(text)]="text" />
    }
    <div class="targets" data-first>
      <ng-content />
      @if (nothing(); as said) {
        <p class="muted">{{ said }}</p>
      }
    </div>
  `,
  host: { class: 'form' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetList {
  readonly #words = inject(Words);
  /** How many people there are in all. */
  readonly people = input.required<number>();
  /** How much of the list fits the letters. */
  readonly shown = input.required<number>();
  /** What to say where there is nobody. */
  readonly none = input.required<string>();
  readonly text = model.required<string>();
  readonly longList = longList;
  readonly nothing = computed(() => {
    if (this.shown() > 0) return null;
    return this.text() === '' ? this.none() : this.#words.t('transfer.noneFit');
  });
}
