import { Injectable, type WritableSignal, effect, signal } from '@angular/core';
import { type Language, isLanguage } from './words/language.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const place = 'mayday-console';

interface Stored {
  readonly language: Language | null;
  readonly theme: Theme;
  readonly sound: boolean;
  readonly notices: boolean;
}

/** What this person chose in this browser, remembered here and nowhere else. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  readonly #stored = read();
  readonly language: WritableSignal<Language | null> = signal(this.#stored.language);
  readonly theme: WritableSignal<Theme> = signal(this.#stored.theme);
  readonly sound = signal(this.#stored.sound);
  readonly notices = signal(this.#stored.notices);

  constructor() {
    effect(() => {
      document.documentElement.dataset['theme'] = this.theme();
    });
    effect(() => {
      write({
        language: this.language(),
        theme: this.theme(),
        sound: this.sound(),
        notices: this.notices(),
      });
    });
  }
}

function read(): Stored {
  const found = fields(localStorage.getItem(place));
  const language = found['language'];
  const theme = found['theme'];
  return {
    language: isLanguage(language) ? language : null,
    theme: themes.find((known) => known === theme) ?? 'system',
    sound: found['sound'] === true,
    notices: found['notices'] === true,
  };
}

function fields(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    // Somebody else wrote there; a SyntaxError means starting afresh.
    return {};
  }
}

function write(stored: Stored): void {
  localStorage.setItem(place, JSON.stringify(stored));
}
