import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { Person } from '../desk/contract.js';
import type { Suggestion } from '../suggest/suggestion.js';
import { SuggestionList } from '../suggest/suggestion-list.js';
import { Suggests } from '../suggest/suggests.js';
import { plain } from '../words/plain.js';
import { Words } from '../words/words.js';
import { People } from './people.js';

/** A technician by name, found by a few letters of it; what fits nobody is not taken. */
@Component({
  selector: 'md-person-field',
  imports: [SuggestionList, Suggests],
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ words.t('audit.technician') }}</label>
      <div class="suggest">
        <input
          #field
          #suggests="suggests"
          class="input"
          type="search"
          maxlength="64"
          [id]="fieldId()"
          [mdSuggests]="offered()"
          [first]="letters() === '' ? -1 : 0"
          [placeholder]="words.t('audit.everybody')"
          [value]="text()"
          (input)="text.set(field.value)"
          (chosen)="take($event)"
          (change)="settle()"
          (search)="settle()"
        />
        <md-suggestion-list [of]="suggests" />
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonField {
  readonly words = inject(Words);
  readonly #people = inject(People);
  readonly fieldId = input.required<string>();
  /** The key of who is chosen, if anybody is. */
  readonly key = input<string>();
  /** A key, or nothing for everybody. */
  readonly narrowed = output<string>();

  readonly #name = computed(() => this.#people.name(this.key() ?? ''));
  readonly text = linkedSignal(() => this.#name());
  /** What was typed; nothing, while the field only says who is chosen already. */
  readonly letters = computed(() => (this.text() === this.#name() ? '' : plain(this.text())));
  readonly offered = computed<readonly Suggestion[]>(() =>
    this.#people
      .list()
      .filter((person) => fits(person, this.letters()))
      .map(({ key, name }) => ({ key, text: name, detail: key })),
  );

  constructor() {
    void this.#people.load();
  }

  take({ key, text }: Suggestion): void {
    this.text.set(text);
    this.narrowed.emit(key);
  }

  /** What was typed and left names the first whom it fits, or nobody new. */
  settle(): void {
    const [first] = this.offered();
    if (this.text().trim() === '') this.narrowed.emit('');
    else if (this.letters() === '') return;
    else if (first) this.take(first);
    else this.text.set(this.#name());
  }
}

function fits({ key, name }: Person, letters: string): boolean {
  return plain(name).includes(letters) || key.startsWith(letters);
}
