import type { DeviceSession, LinkVisit, Person } from '../desk/shapes.js';

export const greta: Person = {
  key: 'greta',
  name: 'Greta Lindqvist',
  face: '/api/people/greta/face',
};

/** A link that nobody has followed yet. */
export function sampleVisit(change: Partial<LinkVisit> = {}): LinkVisit {
  return {
    organisation: 'Northwind IT Support',
    technician: greta,
    requesterName: 'Aaron Whitfield',
    subject: 'Illustrator closes when I export',
    state: 'waiting',
    expiresAt: new Date(Date.now() + 4 * 3_600_000).toISOString(),
    scopes: ['view', 'control'],
    language: null,
    helpers: [
      {
        system: 'linux-x64',
        path: '/download/mayday-helper-linux-x64',
        bytes: 137_000_000,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
    ...change,
  };
}

/** A session whose device has joined and is waiting. */
export function sampleSession(change: Partial<DeviceSession> = {}): DeviceSession {
  return {
    id: '6a3f8f3e-0f55-4b8f-9f70-0f2f6f7b6c11',
    sequence: 3,
    organisation: 'Northwind IT Support',
    requesterName: 'Aaron Whitfield',
    subject: 'Illustrator closes when I export',
    state: 'ready',
    connection: 'connected',
    assignee: greta,
    watchers: [],
    consent: { status: 'not-asked', granted: [], question: null },
    driver: null,
    hold: null,
    deadline: null,
    ending: null,
    origin: 'invitation',
    reopenUntil: null,
    satisfaction: null,
    ...change,
  };
}

/** Consent while a question for the screen is open. */
export function askedConsent(
  remainingMs = 30_000,
  id = crypto.randomUUID(),
): DeviceSession['consent'] {
  const until = new Date(Date.now() + remainingMs).toISOString();
  const question = { id, scopes: ['view' as const], by: greta, until, remainingMs };
  return { status: 'asked', granted: [], question };
}

export const grantedConsent: DeviceSession['consent'] = {
  status: 'granted',
  granted: ['view'],
  question: null,
};
