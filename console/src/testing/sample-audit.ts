import type { AuditEntry } from '../app/desk/contract.js';
import type { FakeDesk } from './fake-desk.js';
import { minutesAgo } from './sample-session.js';

/** Fills the log of a fake desk and lets its technician read it, to look at. */
export function fillTheLog(desk: FakeDesk): void {
  desk.me.actions.atDesk.push('audit.read');
  const [session] = desk.sessions.keys();
  const entries: readonly Partial<AuditEntry>[] = [
    {
      ...{ kind: 'refusal', subjectKind: 'technician', subjectKey: 'hugo', action: null },
      actor: { kind: 'technician', key: 'hugo' },
      data: { refusals: [{ action: 'tool.record', channel: 'design-mac', times: 3 }] },
    },
    {
      ...{ kind: 'administration', subjectKind: 'channel', subjectKey: 'design-mac' },
      ...{ action: 'channel.configure', data: { did: 'changed', linkLifetimeMinutes: 480 } },
    },
    {
      ...{ kind: 'command', subjectKind: 'session', subjectKey: session ?? '' },
      ...{ action: 'session.claim', data: { events: ['claimed'], digest: '5e'.repeat(32) } },
      ...{ leaf: null, sealedAt: null },
    },
  ];
  for (const [index, given] of entries.entries()) {
    desk.audit.push({
      ...{ id: String(index + 1), at: minutesAgo(30 - index * 9), position: index + 4 },
      ...{ kind: 'command', subjectKind: 'session', subjectKey: 'session', action: null },
      ...{ hash: '3b9f'.repeat(16), revision: '9c41'.repeat(16), data: {} },
      actor: { kind: 'technician', key: 'greta' },
      texts: { from: '192.0.2.17' },
      ...{ leaf: 1041 + index, sealedAt: minutesAgo(29 - index * 9) },
      ...given,
    });
  }
}
