import { CookieSession } from './cookie-session.js';
import { Technician } from './technician.js';

/** Signs one of the demonstration's people in, through the sign-in page. */
export async function signIn(desk: string, key: string, password: string): Promise<Technician> {
  const http = new CookieSession(desk);
  const page = await http.get('/api/sign-in');
  const [, action] = /<form[^>]* action="([^"]+)"/.exec(await page.text()) ?? [];
  if (action === undefined) throw new Error('The sign-in page has no form.');
  await http.send(action, {
    method: 'POST',
    body: new URLSearchParams({ technician: key, password }),
  });
  return Technician.of(http);
}
