import { bestLanguage, type Language } from './language.js';

const storageKey = 'mayday.language';

/** The language to begin with: the person's own choice, else the link's, else the browser's. */
export function startingLanguage(ofLink: string | null): Language {
  return bestLanguage([localStorage.getItem(storageKey), ofLink, ...navigator.languages]);
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
