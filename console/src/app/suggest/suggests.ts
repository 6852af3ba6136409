import {
  Directive,
  ElementRef,
  computed,
  inject,
  input,
  numberAttribute,
  output,
  signal,
} from '@angular/core';
import { LineAtHand } from './line-at-hand.js';
import type { Suggestion } from './suggestion.js';

let count = 0;

/**
 * Makes a field a combobox: what is on offer stands in a `md-suggestion-list` beside it. Arrows go through
 * the list, Enter takes a line, and Escape closes the list before it closes anything else.
 */
@Directive({
  selector: 'input[mdSuggests]',
  exportAs: 'suggests',
  host: {
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    '[attr.aria-expanded]': 'isOpen()',
    '[attr.aria-controls]': 'isOpen() ? listId : null',
    '[attr.aria-activedescendant]': 'isOpen() && atHand.line() ? idOf(atHand.at()) : null',
    '(input)': 'wanted.set(true)',
    '(click)': 'wanted.set(true)',
    '(blur)': 'wanted.set(false)',
    '(keydown)': 'press($event)',
  },
})
export class Suggests {
  readonly #field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  readonly suggestions = input.required<readonly Suggestion[]>({ alias: 'mdSuggests' });
  /** The line that Enter takes at once; none unless the field is for choosing only. */
  readonly first = input(-1, { transform: numberAttribute });
  readonly chosen = output<Suggestion>();
  readonly wanted = signal(false);
  readonly isOpen = computed(() => this.wanted() && this.suggestions().length > 0);
  readonly listId = `suggestions-${(count += 1)}`;
  readonly atHand = new LineAtHand(this.suggestions, {
    at: () => this.first(),
    anew: this.suggestions,
  });

  idOf(line: number): string {
    return `${this.listId}-${line}`;
  }

  press(event: KeyboardEvent): void {
    if (this.#answers(event.key)) event.preventDefault();
  }

  take(suggestion: Suggestion): void {
    this.#field.value = suggestion.text;
    this.wanted.set(false);
    this.chosen.emit(suggestion);
  }

  #answers(key: string): boolean {
    if (!this.isOpen()) {
      if (key !== 'ArrowDown') return false;
      this.wanted.set(true);
      return this.isOpen();
    }
    const line = this.atHand.line();
    if (key === 'Enter' && line) this.take(line);
    else if (key === 'Escape') this.wanted.set(false);
    else return this.atHand.move(key);
    return true;
  }
}
