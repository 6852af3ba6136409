import type { RequestCommand, SessionCommand } from './commands.js';
import { isRefusal } from './decision.js';
import type { SessionEvent } from './events.js';
import { fold } from './evolve.js';
import { judge } from './judge.js';
import type { RefusalCode } from './refusal.js';
import type { Session } from './session.js';
import type { Actor, ConsentScope, DeviceKind, Instant } from './vocabulary.js';

/** When every story begins. */
export const begin: Instant = Date.UTC(2026, 10, 23, 9);

export const ana: Actor = { kind: 'technician', key: 'ana' };
export const bruno: Actor = { kind: 'technician', key: 'bruno' };
export const user: Actor = { kind: 'user' };

/** Times long enough to be told apart in a spec. */
export const terms = {
  reconnectGraceMs: 60_000,
  consentTimeoutMs: 30_000,
  reopenWindowMs: 7 * 86_400_000,
};

/** An invitation for eight hours, in Ana's name unless told otherwise. */
export function requestCommand(changes: Partial<RequestCommand> = {}): RequestCommand {
  return {
    type: 'request',
    sessionId: 'a-session',
    origin: 'invitation',
    ticket: null,
    sosCall: null,
    requesterId: null,
    device: null,
    subject: 'The printer prints blank pages',
    channel: 'general',
    priority: 'normal',
    requester: {
      name: 'Noor Rahman',
      address: null,
      language: 'en',
      customer: null,
      department: null,
    },
    assignee: 'ana',
    lifetimeMs: 8 * 3_600_000,
    terms,
    ...changes,
  };
}

/** A session told command by command, each at the story's present instant. */
export class Story {
  now = begin;
  events: readonly SessionEvent[] = [];

  /** The session so far; the story must have begun. */
  get session(): Session {
    const session = fold(null, this.events);
    if (!session) throw new Error('The story has not begun.');
    return session;
  }

  /** Lets time go by. */
  after(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  /** Does what must be allowed here. */
  do(command: SessionCommand, actor: Actor = ana): this {
    const refused = this.try(command, actor);
    if (refused !== null) throw new Error(`${command.type} was refused: ${refused}`);
    return this;
  }

  /** Tries a command; gives the code of its refusal, or null when it was done. */
  try(command: SessionCommand, actor: Actor = ana): RefusalCode | null {
    const events = judge(fold(null, this.events), command, { actor, now: this.now });
    if (isRefusal(events)) return events.refused;
    this.events = [...this.events, ...events];
    return null;
  }
}

/** An invitation that nobody has followed yet. */
export function invited(changes: Partial<RequestCommand> = {}): Story {
  return new Story().do(requestCommand(changes));
}

/** A session whose device is there. */
export function ready(kind: DeviceKind = 'helper', changes: Partial<RequestCommand> = {}): Story {
  return invited(changes).do({ type: 'join-device', deviceId: 'a-device', kind }, user);
}

/** A session whose user has been asked. */
export function asked(scopes: readonly ConsentScope[] = ['view', 'control']): Story {
  return ready().do({ type: 'start', questionId: 'first', scopes });
}

/** A session with a picture. */
export function active(scopes: readonly ConsentScope[] = ['view', 'control']): Story {
  return asked(scopes).do({ type: 'consent', answer: 'grant', questionId: 'first', scopes }, user);
}
