import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { languageNames, languages } from '../words/language.js';
import { Words } from '../words/words.js';

/** The languages side by side, each by its own name. */
@Component({
  selector: 'md-language-switch',
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ words.t('me.language') }}</legend>
      <div class="segments">
        @for (language of languages; track language) {
          <label [lang]="language">
            <input
              type="radio"
              name="language"
              [checked]="words.language() === language"
              (change)="words.choose(language)"
            />
            {{ names[language] }}
          </label>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageSwitch {
  readonly words = inject(Words);
  readonly languages = languages;
  readonly names = languageNames;
}
