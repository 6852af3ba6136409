import type { Envelope } from '../contract.js';
import type { RequestCommand, SessionCommand } from '../domain/session/commands.js';
import type { Actor } from '../domain/session/vocabulary.js';

/** Times long enough to be told apart in a spec. */
export const terms = {
  reconnectGraceMs: 60_000,
  consentTimeoutMs: 30_000,
  reopenWindowMs: 604_800_000,
};

export const user: Actor = { kind: 'user' };

/** A technician as an actor. */
export function technician(key: string): Actor {
  return { kind: 'technician', key };
}

/** An invitation by Ana for Noor Rahman, in her own name unless told otherwise. */
export function requestOf(
  sessionId: string,
  changes: Partial<RequestCommand> = {},
): RequestCommand {
  return {
    type: 'request',
    sessionId,
    subject: 'The printer prints blank pages',
    channel: 'general',
    priority: 'normal',
    requester: { name: 'Noor Rahman', address: null, language: 'en', customer: null },
    assignee: 'ana',
    lifetimeMs: 28_800_000,
    terms,
    ...changes,
  };
}

/** A command in an envelope of its own, by Ana unless told otherwise. */
export function envelopeOf<C extends SessionCommand>(
  command: C,
  actor: Actor = technician('ana'),
  id: string = crypto.randomUUID(),
): Envelope<C> {
  return { id, actor, grant: { action: 'session.start', revision: 'a-revision' }, command };
}
