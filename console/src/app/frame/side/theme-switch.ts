import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Preferences, themes } from '../../preferences.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';

/** As the system has it, light or dark. */
@Component({
  selector: 'md-theme-switch',
  imports: [Icon],
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ words.t('me.theme') }}</legend>
      <div class="segments">
        @for (theme of themes; track theme) {
          <label>
            <input
              type="radio"
              name="theme"
              [checked]="preferences.theme() === theme"
              (change)="preferences.theme.set(theme)"
            />
            <md-icon [name]="icons[theme]" />{{ words.t(keys[theme]) }}
          </label>
        }
      </div>
    </fieldset>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeSwitch {
  readonly words = inject(Words);
  readonly preferences = inject(Preferences);
  readonly themes = themes;
  readonly icons = { system: 'sun-moon', light: 'sun', dark: 'moon' } as const;
  readonly keys = { system: 'theme.system', light: 'theme.light', dark: 'theme.dark' } as const;
}
