import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TechnicianDesk } from '../technician/technician-desk.js';

/** Who invites in the demonstration. */
export const technician = { key: 'ana', name: 'Ana Moreira' };

const invitation = {
  name: 'Aaron Whitfield',
  subject: 'Illustrator closes when I export',
  language: 'en',
} as const;

/** No fresh link can be had; the message is a sentence for the operator. */
export class NoLink extends Error {
  override readonly name = 'NoLink';
}

/** Asks the running desk for an invitation, as one of the demonstration's technicians. Throws NoLink. */
export async function freshLink(desk: string, data: string): Promise<string> {
  const password = demoPassword(data);
  try {
    const signedIn = await TechnicianDesk.open(desk, technician.key, password);
    return (await signedIn.invite(invitation)).link.url;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'it does not answer';
    throw new NoLink(`The desk at ${desk} gave no link (${why}). Is "npm start" running?`, {
      cause,
    });
  }
}

function demoPassword(data: string): string {
  const file = join(data, 'secrets.json');
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const password = secrets['MAYDAY_DEMO_PASSWORD'];
    if (typeof password === 'string') return password;
  } catch {
    // Said below in one sentence with what else may be missing.
  }
  throw new NoLink(
    `${file} has no password of a demonstration. Run "npm start" first, or give a link.`,
  );
}
