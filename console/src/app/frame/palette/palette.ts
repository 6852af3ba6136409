import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Dialog } from '../../shell/dialogs/dialog.js';
import { Icon } from '../../shell/icon.js';
import { KeyName } from '../../shell/keys/key-name.js';
import { LineAtHand } from '../../suggest/line-at-hand.js';
import { Words } from '../../words/words.js';
import { PaletteEntries, type PaletteEntry } from './palette-entries.js';

/** Finds sessions, commands and people by a few letters, and does or opens what was found. */
@Component({
  selector: 'md-palette',
  imports: [Dialog, Icon, KeyName],
  template: `
    <md-dialog [heading]="words.t('palette.title')" [wide]="true">
      <div class="field">
        <label class="visually-hidden" for="palette-text">{{ words.t('palette.title') }}</label>
        <input
          id="palette-text"
          class="input"
          type="search"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          autocomplete="off"
          data-first
          [placeholder]="words.t('palette.hint')"
          [attr.aria-activedescendant]="atHand.line() ? 'palette-' + atHand.at() : null"
          (input)="search($event)"
          (keydown)="move($event)"
        />
      </div>
      <ul
        id="palette-list"
        class="palette-list"
        role="listbox"
        [attr.aria-label]="words.t('palette.found')"
      >
        @for (entry of found(); track entry.id; let index = $index) {
          <li
            role="option"
            [id]="'palette-' + index"
            [attr.aria-selected]="index === atHand.at()"
            (pointerenter)="atHand.at.set(index)"
            (mousedown)="take(entry)"
          >
            <md-icon [name]="entry.icon" />
            <span class="clip">{{ entry.text }}</span>
            <span class="faint small clip">{{ entry.detail }}</span>
            <span class="spread"></span>
            @if (entry.key; as key) {
              <md-key [name]="key" />
            }
          </li>
        } @empty {
          <li class="empty">
            {{ entries.busy() ? words.t('palette.searching') : words.t('palette.nothing') }}
          </li>
        }
      </ul>
    </md-dialog>
  `,
  providers: [PaletteEntries],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Palette {
  readonly words = inject(Words);
  readonly entries = inject(PaletteEntries);
  readonly #text = signal('');

  readonly found = computed(() => this.entries.matching(this.#text()));
  readonly atHand = new LineAtHand(this.found, { at: () => 0, anew: this.#text });

  search(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.#text.set(event.target.value);
    this.entries.search(event.target.value);
  }

  move(event: KeyboardEvent): void {
    const entry = this.atHand.line();
    if (this.atHand.move(event.key)) this.#scroll();
    else if (event.key === 'Enter' && entry) this.take(entry);
    else return;
    event.preventDefault();
  }

  take(entry: PaletteEntry): void {
    this.entries.take(entry);
  }

  #scroll(): void {
    document.getElementById(`palette-${this.atHand.at()}`)?.scrollIntoView({ block: 'nearest' });
  }
}
