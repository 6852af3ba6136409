/** A cookie to be set; an empty value removes it. All are HttpOnly, SameSite=Lax and for the whole site. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds: number;
}

/** The cookies of a `Cookie` header by name; of two with the same name the first counts. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies;
}

/** Names and flags of the desk's cookies: under TLS they are bound to this very host. */
export interface CookieJar {
  readonly signIn: string;
  readonly transaction: string;
  readonly secure: boolean;
}

/** The jar for TLS, or the one for plain HTTP on loopback. */
export function cookieJar(secure: boolean): CookieJar {
  const prefix = secure ? '__Host-' : '';
  return { signIn: `${prefix}mayday`, transaction: `${prefix}mayday-sign-in`, secure };
}

/** A `Set-Cookie` header's value. Values are base64url by construction and need no escaping. */
export function setCookie({ name, value, maxAgeSeconds }: Cookie, secure: boolean): string {
  const flags = secure ? '; HttpOnly; SameSite=Lax; Secure' : '; HttpOnly; SameSite=Lax';
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}${flags}`;
}
