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
  return {
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    number: 1000 + last,
    sequence: 1,
    origin: 'invitation',
    ticket: null,
    promise: null,
    state,
    requester: {
      name: `Person ${last}`,
      address: null,
      language: null,
      customer: null,
      department: null,
    },
    subject: 'Something does not work',
    channel: { key: 'design-mac', name: 'Design (Mac)' },
    priority: 'normal',
    level: 1,
    assignee: greta,
    offer: null,
    transfer: null,
    collaborators: [],
    hold: null,
    requestedAt: minutesAgo(last),
    stateSince: minutesAgo(last),
    linkOpenedAt: null,
    deadline: null,
    abilities: [...abilities[state]],
    question: null,
    refusals: [],
    participants: [],
    driverEpoch: 1,
    createdBy: { kind: 'technician', person: greta },
    ending: null,
    earlier: [],
    ...deviceIn(state),
    ...consentIn(state),
    ...endOf(state),
    ...given,
  };
}

function deviceIn(state: SessionDetail['state']) {
  const system = 'Debian GNU/Linux';
  return state === 'waiting'
    ? { connection: 'absent' as const, device: null, deviceCard: null }
    : {
        connection: 'connected' as const,
        device: { kind: 'helper' as const, system, host: 'studio-14' },
        deviceCard: { kind: 'helper' as const, info: { system }, lastSeenAt: minutesAgo(0) },
      };
}

function consentIn(
  state: SessionDetail['state'],
): Pick<SessionDetail, 'consent' | 'driver' | 'grantedScopes' | 'askableScopes'> {
  return state === 'active'
    ? {
        consent: 'granted',
        driver: greta,
        grantedScopes: ['view', 'control'],
        askableScopes: ['files', 'clipboard'],
      }
    : {
        consent: 'not-asked',
        driver: null,
        grantedScopes: [],
        askableScopes: ['view', 'control', 'clipboard'],
      };
}

function endOf(state: SessionDetail['state']): Pick<SessionDetail, 'endedAt' | 'outcome'> {
  const ended = state === 'closed' || state === 'expired';
  return { endedAt: ended ? minutesAgo(1) : null, outcome: state === 'closed' ? 'solved' : null };
}
