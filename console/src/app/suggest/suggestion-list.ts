import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Words } from '../words/words.js';
import type { Suggestion } from './suggestion.js';
import type { Suggests } from './suggests.js';

/** What is on offer for the field beside it, as a list over what stands below. */
@Component({
  selector: 'md-suggestion-list',
  template: `
    @if (of().isOpen()) {
      <ul
        class="suggestions"
        role="listbox"
        [id]="of().listId"
        [attr.aria-label]="words.t('suggest.list')"
      >
        @for (one of of().suggestions(); track one.key; let line = $index) {
          <li
            role="option"
            [id]="of().idOf(line)"
            [attr.aria-selected]="line === of().atHand.at()"
            (pointerenter)="of().atHand.at.set(line)"
            (mousedown)="take(one, $event)"
          >
            <span class="clip">{{ one.text }}</span>
            <span class="faint small clip">{{ one.detail }}</span>
          </li>
        }
      </ul>
    }
    <span class="visually-hidden" role="status">{{
      of().isOpen() ? words.count('suggest.found', of().suggestions().length) : ''
    }}</span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionList {
  readonly words = inject(Words);
  /** The field that it belongs to. */
  readonly of = input.required<Suggests>();

  /** The focus stays in the field. */
  take(one: Suggestion, event: Event): void {
    event.preventDefault();
    this.of().take(one);
  }

  constructor() {
    effect(() => {
      const field = this.of();
      document.getElementById(field.idOf(field.atHand.at()))?.scrollIntoView({ block: 'nearest' });
    });
  }
}
