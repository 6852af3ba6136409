export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-BR': 'Português',
};

/** The browser's own variety of a language where it has one, so that hours and dates read as at home. */
export function localeOf(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => languageOf(tag) === language) ?? language;
}

/** The first of some language tags, most wanted first, that the page speaks; English otherwise. */
export function bestLanguage(wanted: readonly (string | null)[]): Language {
  for (const tag of wanted) {
    const found = languageOf(tag);
    if (found) return found;
  }
  return 'en';
}

function languageOf(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  if (primary === 'pt') return 'pt-BR';
  return primary === 'en' ? 'en' : null;
}
