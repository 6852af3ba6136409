import makeFetchCookie from 'fetch-cookie';

/** A fetch that keeps cookies, signed in at the desk. */
export type SignedInFetch = typeof fetch;

/** Somebody signed in: a fetch that keeps their cookies, and the `Cookie` header that it sends to the desk. */
export interface SignedIn {
  readonly fetch: SignedInFetch;
  readonly cookie: string;
}

/** Signs in at the demonstration's provider as a person would by its page; throws when the desk does not let them in. */
export async function signIn(
  desk: string,
  technician: string,
  password: string,
): Promise<SignedIn> {
  // Redirects are followed with the cookies that each step sets, as a browser does.
  const fetchWithCookies = makeFetchCookie(fetch);
  const page = await fetchWithCookies(new URL('/api/sign-in', desk));
  const action = formOf(await page.text());
  const signedIn = await fetchWithCookies(new URL(action, page.url), {
    method: 'POST',
    body: new URLSearchParams({ technician, password }),
    headers: { Origin: new URL(desk).origin },
  });
  if (!signedIn.ok) {
    throw new Error(`The desk did not let ${technician} in: it answered ${signedIn.status}.`);
  }
  const cookie = await fetchWithCookies.cookieJar.getCookieString(new URL('/api/', desk).href);
  return { fetch: fetchWithCookies, cookie };
}

function formOf(page: string): string {
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined)
    throw new Error('The sign-in page of this desk has no form to fill in.');
  return action.replaceAll('&amp;', '&');
}
