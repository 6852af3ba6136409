/** The languages of the console, by their tags. */
export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** The languages by their own names, which need no translation. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
};

/** Whether a tag is one of the console's languages. */
export function isLanguage(tag: unknown): tag is Language {
  return languages.some((language) => language === tag);
}

/** The first of the wished tags that the console speaks, by primary language; English else. */
export function languageFor(wishes: readonly string[]): Language {
  const spoken = wishes.map((wish) => wish.toLowerCase().split('-')[0]);
  const first = spoken.find((primary) => primary === 'en' || primary === 'pt');
  return first === 'pt' ? 'pt-BR' : 'en';
}
