import { isRefusal } from '../../workflows/domain/session/decision.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Session } from '../../workflows/domain/session/session.js';

/** A session of Ana's whose user's helper is there, and nobody has been asked anything. */
export function begunSession(now: number): Session {
  const ana = { kind: 'technician', key: 'ana' } as const;
  const events = judge(
    null,
    {
      type: 'request',
      sessionId: 'a-session',
      origin: 'code',
      ticket: null,
      sosCall: null,
      requesterId: null,
      device: { id: 'a-device', kind: 'helper' },
      subject: 'The printer prints blank pages',
      channel: 'general',
      priority: 'normal',
      requester: { name: 'Noor', address: null, language: null, customer: null, department: null },
      assignee: ana.key,
      lifetimeMs: 8 * 3_600_000,
      terms: { reconnectGraceMs: 60_000, consentTimeoutMs: 30_000, reopenWindowMs: 86_400_000 },
    },
    { actor: ana, now },
  );
  const session = isRefusal(events) ? null : fold(null, events);
  if (!session) throw new Error('The session could not begin.');
  return session;
}
