import { randomBytes } from 'node:crypto';
import { DeskClient } from '../../agent/desk/desk-client.js';
import { parseLink } from '../../agent/desk/link.js';
import type { House } from '../supervisor/house.js';
import { signIn } from '../technician/sign-in.js';
import { TechnicianDesk } from '../technician/technician-desk.js';

/** Somebody in whose name the desk is attacked, with all that they rightfully hold. */
export interface Attacker {
  readonly name: string;
  /** The secret of each security scheme that they have one for. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly csrfToken: string | null;
}

/** One of each role; between them they can do everything that a person can. */
const staff = ['nora', 'kofi', 'greta', 'ana', 'lena', 'mateo'] as const;

/** A stranger, a user's device and people of every role. */
export async function attackers(house: House): Promise<readonly Attacker[]> {
  return [
    { name: 'nobody', secrets: {}, csrfToken: null },
    await device(house),
    ...(await Promise.all(staff.map((key) => technician(house, key)))),
  ];
}

async function technician({ url, secrets }: House, key: string): Promise<Attacker> {
  const signedIn = await signIn(url, key, secrets.MAYDAY_DEMO_PASSWORD);
  const me: unknown = await (await signedIn.fetch(new URL('/api/me', url))).json();
  const { csrfToken } = me as { csrfToken: string };
  return { name: key, secrets: { staff: cookieIn(signedIn.cookie, 'mayday') }, csrfToken };
}

async function device(house: House): Promise<Attacker> {
  const { url, secrets } = house;
  const kofi = await TechnicianDesk.open(url, 'kofi', secrets.MAYDAY_DEMO_PASSWORD);
  const { link } = await kofi.invite({ name: 'Petra', subject: 'Slow', channel: 'general' });
  const parsed = parseLink(link.url);
  if (typeof parsed === 'string') throw new Error(`The link cannot be followed: ${parsed}.`);
  const client = new DeskClient(parsed.origin);
  await client.join(parsed.token, randomBytes(24).toString('base64url'), { system: 'Debian' });
  const token = client.authorization.replace('Bearer ', '');
  return { name: "a user's device", secrets: { device: token }, csrfToken: null };
}

function cookieIn(header: string, name: string): string {
  const found = header.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  if (found === undefined) throw new Error(`The desk set no cookie ${name}.`);
  return found.slice(name.length + 1);
}
