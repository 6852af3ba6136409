import { english } from './words-en.js';
import { brazilian } from './words-pt-br.js';
import type { Language, Words } from './words.js';

/** What the helper says, in a language. */
export function wordsOf(language: Language): Words {
  return language === 'pt-BR' ? brazilian : english;
}
