import {
  type EnvironmentProviders,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { provideTransloco } from '@jsverse/transloco';
import { CatalogueLoader } from './catalogue-loader.js';
import { languages } from './language.js';
import { Words } from './words.js';

/** The catalogues, with the first language ready before anything is shown. */
export function provideWords(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...languages],
        defaultLang: 'en',
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: true },
      },
      loader: CatalogueLoader,
    }),
    provideAppInitializer(() => inject(Words).begin()),
  ]);
}
