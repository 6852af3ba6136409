import type { Ability, SessionDetail } from '../app/desk/contract.js';
import { greta } from './people.js';

/** What a technician may do in each state, unless a spec says otherwise. */
const abilities: Readonly<Record<SessionDetail['state'], readonly Ability[]>> = {
  waiting: ['copy-link', 'withdraw', 'close', 'transfer', 'hold', 'escalate', 'write'],
  ready: ['start', 'close', 'transfer', 'hold', 'escalate', 'write'],
  active: [
    'ask-more',
    'disconnect',
    'close',
    'transfer',
    'hold',
    'escalate',
    'write',
    'watch',
    'drive',
  ],
  closed: ['reopen'],
  expired: [],
};

let last = 0;

/** The instant so many minutes ago. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** A session as the desk would show it, ready and mine unless said otherwise. */
export function sampleSession(given: Partial<SessionDetail> = {}): SessionDetail {
  last += 1;
  const state = given.state ?? 'ready';
  const joined = state !== 'waiting';
  return {
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    sequence: 1,
    state,
    requester: { name: `Person ${last}`, address: null, language: null, customer: null },
    subject: 'Something does not work',
    channel: { key: 'design-mac', name: 'Design (Mac)' },
    priority: 'normal',
    level: 1,
    assignee: greta,
    driver: state === 'active' ? greta : null,
    connection: joined ? 'connected' : 'absent',
    device: joined ? { kind: 'helper', system: 'Debian GNU/Linux', host: 'studio-14' } : null,
    hold: null,
    consent: state === 'active' ? 'granted' : 'not-asked',
    requestedAt: minutesAgo(last),
    stateSince: minutesAgo(last),
    linkOpenedAt: null,
    endedAt: state === 'closed' || state === 'expired' ? minutesAgo(1) : null,
    outcome: state === 'closed' ? 'solved' : null,
    deadline: null,
    abilities: [...abilities[state]],
    deviceCard: joined
      ? { kind: 'helper', info: { system: 'Debian GNU/Linux' }, lastSeenAt: minutesAgo(0) }
      : null,
    grantedScopes: state === 'active' ? ['view', 'control'] : [],
    question: null,
    askableScopes: state === 'active' ? ['files', 'clipboard'] : ['view', 'control', 'clipboard'],
    refusals: [],
    participants: [],
    driverEpoch: 1,
    createdBy: { kind: 'technician', person: greta },
    ending: null,
    earlier: [],
    ...given,
  };
}
