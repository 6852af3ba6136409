import { Injectable, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import type { SessionState } from '../desk/contract.js';
import { Preferences } from '../preferences.js';
import type { en } from './en.js';
import { type Language, isLanguage, languageFor } from './language.js';

export type WordKey = keyof typeof en;
type CountKey = WordKey extends infer Key
  ? Key extends `${infer Base}.other`
    ? Base
    : never
  : never;
type Values = Readonly<Record<string, string | number>>;

/** The console's sentences in the language in force; reading one in a template follows the language. */
@Injectable({ providedIn: 'root' })
export class Words {
  readonly #transloco = inject(TranslocoService);
  readonly #preferences = inject(Preferences);

  readonly language = computed<Language>(() => {
    const active = this.#transloco.activeLang();
    return isLanguage(active) ? active : 'en';
  });
  /** The language as this person's browser has it, with its region: for times, numbers and lists. */
  readonly locale = computed<string>(() => {
    const language = this.language();
    const [primary = language] = language.split('-');
    return navigator.languages.find((tag) => tag.split('-')[0] === primary) ?? language;
  });
  readonly #plural = computed(() => new Intl.PluralRules(this.language()));

  /** The sentence of a key, with its values in place. */
  readonly t = (key: WordKey, values?: Values): string => {
    this.language();
    return this.#transloco.translate(key, values);
  };

  /** The sentence for a number of things: `key.one` or `key.other`. */
  readonly count = (key: CountKey, n: number): string => {
    // The rules of Portuguese count nothing as one; people write “0 abertos” all the same.
    const form = n !== 0 && this.#plural().select(n) === 'one' ? 'one' : 'other';
    return this.t(`${key}.${form}` as WordKey, { n: n.toLocaleString(this.locale()) });
  };

  /** Whether the catalogue has a sentence for a key that was put together. */
  knows(key: string): key is WordKey {
    return key in this.#transloco.getTranslation(this.language());
  }

  /** A session's state in one word. */
  state(state: SessionState): string {
    return this.t(`state.${state}`);
  }

  /** A list as a sentence has it: “a, b and c”. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.locale(), { type: 'conjunction' }).format(parts);
  }

  /** Brings the language that was chosen here, else the browser's. */
  begin(): Promise<void> {
    return this.use(this.#preferences.language() ?? languageFor(navigator.languages));
  }

  /** Changes the language and remembers it. */
  async choose(language: Language): Promise<void> {
    this.#preferences.language.set(language);
    await this.use(language);
  }

  async use(language: Language): Promise<void> {
    await firstValueFrom(this.#transloco.load(language));
    this.#transloco.setActiveLang(language);
    document.documentElement.lang = language;
  }
}
