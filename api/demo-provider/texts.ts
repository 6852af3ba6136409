import type { Role } from '../../workflows/domain/policy/roles.js';

/** The languages of the sign-in page. */
export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** Everything that the sign-in page says. */
export interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly who: string;
  readonly password: string;
  readonly passwordHint: string;
  readonly signIn: string;
  readonly disabled: string;
  readonly noRole: string;
  readonly wrong: string;
  readonly choose: string;
  readonly everyChannel: string;
  readonly other: string;
  readonly demonstration: string;
  readonly roles: Readonly<Record<Role, string>>;
}

const en: Texts = {
  title: 'Sign in',
  lead: 'This is the demonstration organisation. Choose who you want to be.',
  who: 'People',
  password: 'Demonstration password',
  passwordHint:
    'Look in the terminal where the desk was started: below “Mayday is ready.” there is a line “password …”.',
  signIn: 'Sign in',
  disabled: 'Access switched off',
  noRole: 'No role yet',
  wrong: 'That is not the demonstration password.',
  choose: 'Choose somebody to sign in as.',
  everyChannel: 'every channel',
  other: 'Português (Brasil)',
  demonstration: 'Demonstration',
  roles: {
    'channel-technician': 'Technician',
    'channel-manager': 'Channel manager',
    'technician-manager': 'Technician manager',
    auditor: 'Auditor',
    'policy-admin': 'Policy admin',
    owner: 'Owner',
  },
};

const ptBr: Texts = {
  title: 'Entrar',
  lead: 'Esta é a organização de demonstração. Escolha quem você quer ser.',
  who: 'Pessoas',
  password: 'Senha da demonstração',
  passwordHint:
    'Procure no terminal onde a central foi iniciada: abaixo de “Mayday is ready.” há uma linha “password …”.',
  signIn: 'Entrar',
  disabled: 'Acesso desativado',
  noRole: 'Ainda sem função',
  wrong: 'Esta não é a senha da demonstração.',
  choose: 'Escolha com quem entrar.',
  everyChannel: 'todos os canais',
  other: 'English',
  demonstration: 'Demonstração',
  roles: {
    'channel-technician': 'Técnico',
    'channel-manager': 'Gestor de canal',
    'technician-manager': 'Gestor de técnicos',
    auditor: 'Auditor',
    'policy-admin': 'Administrador de políticas',
    owner: 'Proprietário',
  },
};

const all: Readonly<Record<Language, Texts>> = { en, 'pt-BR': ptBr };

/** What the page says in a language. */
export function textsIn(language: Language): Texts {
  return all[language];
}

/** The language asked for outright, else the first of the browser's that the page speaks. */
export function languageOf(asked: unknown, acceptLanguage: string | undefined): Language {
  const chosen = languages.find((language) => language === asked);
  if (chosen) return chosen;
  for (const tag of (acceptLanguage ?? '').toLowerCase().split(',')) {
    if (tag.trim().startsWith('pt')) return 'pt-BR';
    if (tag.trim().startsWith('en')) return 'en';
  }
  return 'en';
}
