import type { TimelineEvent } from '../app/desk/contract.js';
import type { FakeDesk } from './fake-desk.js';
import { greta, hugo } from './people.js';
import { minutesAgo } from './sample-session.js';

/** Fills a fake desk with a working day, to look at. */
export function fillWithADay(desk: FakeDesk): void {
  const person = (name: string) => ({
    name,
    address: null,
    language: null,
    customer: null,
    department: null,
  });
  desk.add({
    requester: {
      ...person('Aaron Whitfield'),
      address: 'aaron@studio.example',
      customer: 'Studio Nord',
    },
    subject: 'Illustrator closes when I export',
    requestedAt: minutesAgo(24),
    stateSince: minutesAgo(4),
    device: { kind: 'helper', system: 'Debian GNU/Linux 12', host: 'studio-14' },
    deadline: { kind: 'expire', at: minutesAgo(-7) },
    promise: null,
    deviceCard: { kind: 'helper', lastSeenAt: minutesAgo(0), info: device },
    refusals: [
      { action: 'tool.record', roles: ['channel-manager', 'technician-manager'], onceMine: false },
      { action: 'session.reopen', roles: ['channel-manager'], onceMine: false },
    ],
    participants: [{ person: greta, part: 'assignee', watching: false }],
    earlier: [earlier('Fonts missing after update', 3), earlier('New monitor stays dark', 41)],
  });
  desk.add({
    requester: person('Beatriz Nogueira'),
    subject: 'Colour profile lost after update',
    state: 'active',
    driver: hugo,
    abilities: [
      'ask-more',
      'disconnect',
      'close',
      'transfer',
      'hold',
      'escalate',
      'write',
      'watch',
    ],
    requestedAt: minutesAgo(48),
    stateSince: minutesAgo(26),
    device: { kind: 'helper', system: 'Ubuntu 24.04', host: 'lisboa-02' },
    deviceCard: { kind: 'helper', lastSeenAt: minutesAgo(0), info: device },
    participants: [
      { person: greta, part: 'assignee', watching: true },
      { person: hugo, part: 'driver', watching: true },
    ],
  });
  desk.add({
    requester: person('Chidi Okafor'),
    subject: 'Cannot print to A3 after the driver was installed twice',
    channel: { key: 'general', name: 'General' },
    priority: 'urgent',
    level: 2,
    requestedAt: minutesAgo(61),
    stateSince: minutesAgo(31),
    deadline: { kind: 'expire', at: minutesAgo(2) },
    device: { kind: 'browser', system: 'Windows 11 24H2', host: null },
  });
  desk.add({
    requester: person('Dana Petrović'),
    subject: 'Mail does not arrive on the phone',
    state: 'waiting',
    requestedAt: minutesAgo(12),
    stateSince: minutesAgo(12),
    deadline: { kind: 'expire', at: minutesAgo(-300) },
  });
  desk.add({
    requester: person('Emre Yıldız'),
    subject: 'VPN asks for the password again and again',
    hold: 'waiting-user',
    requestedAt: minutesAgo(95),
    stateSince: minutesAgo(70),
    connection: 'reconnecting',
    deadline: { kind: 'reconnect-lapse', at: minutesAgo(-1.5) },
  });
  for (const [index, name] of [
    'Fatima Zahra',
    'Gustavo Prado',
    'Hanna Virtanen',
    'Ismail Demir',
  ].entries()) {
    desk.add({
      requester: person(name),
      subject: 'The new laptop does not find the network drive',
      assignee: null,
      abilities: ['claim'],
      requestedAt: minutesAgo(5 + index * 3),
      stateSince: minutesAgo(2 + index * 3),
      deadline: { kind: 'expire', at: minutesAgo(-120 + index * 20) },
    });
  }
  desk.add({
    requester: person('Jonas Weber'),
    state: 'closed',
    subject: 'Keyboard layout',
    requestedAt: minutesAgo(200),
  });
  addTalk(desk);
}

const device = {
  system: 'Debian GNU/Linux',
  version: '12 (bookworm)',
  build: '6.1.0-26-amd64',
  architecture: 'x86_64',
  host: 'studio-14',
  user: 'aaron',
  administrator: false,
  addresses: ['10.4.12.77', 'fd00::4:77'],
  screens: [
    { width: 2560, height: 1440, scale: 1.25 },
    { width: 1920, height: 1080 },
  ],
  memoryBytes: 33_554_432_000,
  diskBytes: 1_000_204_886_016,
  diskFreeBytes: 213_000_000_000,
  locale: 'pt_BR.UTF-8',
  timeZone: 'America/Sao_Paulo',
  helperVersion: '0.1.0',
};

function earlier(subject: string, days: number) {
  const id = crypto.randomUUID();
  return { id, subject, requestedAt: minutesAgo(days * 1440), state: 'closed' as const };
}

function addTalk(desk: FakeDesk): void {
  const beatriz = [...desk.sessions.values()].find(({ state }) => state === 'active');
  if (!beatriz) return;
  const talk = [
    ['user', beatriz.requester.name, 'Hi! Since the update every picture looks greenish.'],
    [
      'technician',
      greta.name,
      'Thanks, I’ll have a look with you. May I use your mouse for a moment?',
    ],
    ['user', beatriz.requester.name, 'Sure, go ahead.'],
  ] as const;
  for (const [index, [side, author, text]] of talk.entries()) {
    const id = crypto.randomUUID();
    desk.messages.push({
      id,
      sessionId: beatriz.id,
      at: minutesAgo(25 - index),
      side,
      author,
      text,
    });
  }
  const by = { kind: 'technician', person: greta } as const;
  const user = { kind: 'user' } as const;
  const events: readonly Omit<TimelineEvent, 'sequence' | 'at'>[] = [
    { type: 'requested', by, channel: 'design-mac', person: greta },
    { type: 'link-opened', by: user },
    { type: 'device-joined', by: user, deviceKind: 'helper' },
    { type: 'consent-asked', by, scopes: ['view', 'control'] },
    { type: 'consent-granted', by: user, scopes: ['view', 'control'] },
    { type: 'connected', by },
    { type: 'driver-changed', by, person: hugo },
  ];
  desk.events.push(
    ...events.map((event, index) => ({
      ...event,
      sequence: index + 1,
      at: minutesAgo(48 - index * 3),
    })),
  );
}
