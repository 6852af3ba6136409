import type { SessionCommand } from './commands.js';
import { type Decision, endQuestion, refuse } from './decision.js';
import { hasEnded, type Session } from './session.js';
import type { Instant } from './vocabulary.js';

type JoinCommand = Extract<SessionCommand, { type: 'join-device' }>;

/** A device uses the link: the first is bound to the session, the same may return, another may not. */
export function decideJoin(session: Session, command: JoinCommand): Decision {
  if (session.state === 'expired') return refuse('link-expired');
  if (session.ending?.outcome === 'withdrawn') return refuse('link-withdrawn');
  if (hasEnded(session)) return refuse('session-ended');
  if (!session.device) {
    return [{ type: 'device-joined', deviceId: command.deviceId, kind: command.kind }];
  }
  return session.device.id === command.deviceId ? decideReturn(session) : refuse('device-bound');
}

/** The device cannot be reached: a running session waits for it, any open question is moot. */
export function decideLose(session: Session, now: Instant): Decision {
  if (session.connection !== 'connected') return [];
  const reconnectBy = session.state === 'active' ? now + session.terms.reconnectGraceMs : null;
  return [...endQuestion(session, 'device-lost'), { type: 'device-lost', reconnectBy }];
}

/** The bound device is back. */
export function decideReturn(session: Session): Decision {
  if (!session.device) return refuse('device-unknown');
  return session.connection === 'connected' ? [] : [{ type: 'device-returned' }];
}
