import { bestLanguage, type Language } from './language.js';

const choiceKey = 'mayday.language';
const linkKey = 'mayday.link-language';

/** The language to begin with: the person's own choice, else the link's, else the browser's. */
export function startingLanguage(ofLink: string | null): Language {
  if (ofLink !== null) sessionStorage.setItem(linkKey, ofLink);
  const kept = [localStorage.getItem(choiceKey), sessionStorage.getItem(linkKey)];
  return bestLanguage([...kept, ...navigator.languages]);
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(choiceKey, language);
}
