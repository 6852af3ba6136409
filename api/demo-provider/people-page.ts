import type { DemoPerson, DemoPost } from './demo-people.js';
import { languages, type Language, type Texts, textsIn } from './texts.js';

/** What the sign-in page shows. */
export interface PeoplePage {
  readonly language: Language;
  readonly organisation: string;
  readonly people: readonly DemoPerson[];
  /** Where the form is sent. */
  readonly action: string;
  readonly chosen: string | null;
  readonly complaint: 'wrong' | 'choose' | null;
}

/** The sign-in page: the organisation's people as cards, one password field, no script. */
export function renderPeoplePage(page: PeoplePage): string {
  const texts = textsIn(page.language);
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(texts.title)} · Mayday</title>
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/oidc/people.css">
</head>
<body>
<main>
<header>
<p class="brand">Mayday</p>
<p class="organisation">${escape(page.organisation)} <span class="tag">${escape(texts.demonstration)}</span></p>
${languageSwitch(page, texts)}
</header>
<h1>${escape(texts.title)}</h1>
<p class="lead">${escape(texts.lead)}</p>
<form method="post" action="${escape(page.action)}?lang=${page.language}">
<fieldset><legend>${escape(texts.who)}</legend>
<div class="people">
${page.people.map((person) => card(person, page.chosen, texts)).join('\n')}
</div></fieldset>
${passwordRow(page, texts)}
</form>
</main>
</body>
</html>
`;
}

function languageSwitch({ language, action }: PeoplePage, texts: Texts): string {
  const other = languages.find((one) => one !== language) ?? 'en';
  return `<a class="language" lang="${other}" hreflang="${other}" href="${escape(action)}?lang=${other}">${escape(texts.other)}</a>`;
}

function card({ key, name, disabled, posts }: DemoPerson, chosen: string | null, texts: Texts) {
  const states = `${disabled ? ' disabled' : ''}${key === chosen ? ' checked' : ''}`;
  const said = disabled
    ? `<span class="post off">${escape(texts.disabled)}</span>`
    : roles(posts, texts);
  return `<label class="person"><input type="radio" name="technician" value="${escape(key)}" required${states}><img src="/api/people/${escape(key)}/face" alt="" width="44" height="44"><span class="words"><span class="name">${escape(name)}</span>${said}</span></label>`;
}

function roles(posts: readonly DemoPost[], texts: Texts): string {
  if (posts.length === 0) return `<span class="post">${escape(texts.noRole)}</span>`;
  return posts
    .map(({ role, channels }) => {
      const where = channels.length > 0 ? channels.join(', ') : texts.everyChannel;
      return `<span class="post">${escape(texts.roles[role])} · ${escape(where)}</span>`;
    })
    .join('');
}

function passwordRow({ complaint, chosen }: PeoplePage, texts: Texts): string {
  const wrong = complaint ? `<p class="wrong" role="alert">${escape(texts[complaint])}</p>` : '';
  // Whoever has not chosen yet begins with the people, who may stand far above the password.
  const focus = chosen === null ? '' : ' autofocus';
  return `<div class="password">
<label for="password">${escape(texts.password)}</label>
<div class="row"><input id="password" name="password" type="password" autocomplete="current-password" required${focus}>
<button type="submit">${escape(texts.signIn)}</button></div>
<p class="hint">${escape(texts.passwordHint)}</p>${wrong}
</div>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
