/** What a text that should hold a link turns out to be. */
export type LinkText =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'other-desk'; readonly host: string }
  | { readonly kind: 'no-link' };

const token = /^[A-Za-z0-9_-]{8,200}$/;

/** The token in a page's fragment such as `#AbC…`, or null when it cannot be one. */
export function tokenOfFragment(fragment: string): string | null {
  const text = fragment.replace(/^#/, '');
  return token.test(text) ? text : null;
}

/** Reads what a person has pasted: a whole link, with or without `mayday:` before it, or the bare token. */
export function readLinkText(pasted: string, origin: string): LinkText {
  const text = pasted.trim().replace(/^mayday:/i, '');
  if (token.test(text)) return { kind: 'token', token: text };
  const url = URL.parse(text);
  const found = url?.pathname === '/i' ? tokenOfFragment(url.hash) : null;
  if (!url || !found) return { kind: 'no-link' };
  return url.origin === origin
    ? { kind: 'token', token: found }
    : { kind: 'other-desk', host: url.host };
}

/** The link of a token at a desk, as a person would paste it. */
export function linkOf(tokenText: string, origin: string): string {
  return `${origin}/i#${tokenText}`;
}
