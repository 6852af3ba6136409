import { brazilianPortuguese } from './brazilian-portuguese.js';
import { english, type Words } from './english.js';
import type { Language } from './language.js';

const catalogues: Readonly<Record<Language, Words>> = {
  en: english,
  'pt-BR': brazilianPortuguese,
};

/** All words of the page in a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language];
}
