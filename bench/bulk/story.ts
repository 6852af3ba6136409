import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import type { Chance } from '../measure/chance.js';
import { oneOf, someRequester, someSubject } from './people.js';
import { uuidByChance } from './uuid-by-chance.js';

/** A session as it might have been: its events, and what they fold to. */
export interface Story {
  readonly session: Session;
  readonly events: readonly SessionEvent[];
}

/** Where stories happen and who takes part. */
export interface Cast {
  /** Channels with the technicians who work in them. */
  readonly channels: Readonly<Record<string, readonly string[]>>;
}

const minute = 60_000;
const hour = 60 * minute;
const linkLifetime = 8 * hour;
const user: Actor = { kind: 'user' };
const scopes = ['view', 'control'] as const;
const terms = {
  reconnectGraceMs: minute,
  consentTimeoutMs: minute / 2,
  reopenWindowMs: 168 * hour,
};

/** A session that was asked for at this instant and is over: solved, mostly, or not, abandoned, withdrawn or expired. */
export function endedStory(cast: Cast, at: number, chance: Chance): Story {
  const teller = new Teller(cast, at, chance);
  const fate = chance();
  teller.asks();
  if (fate < 0.06) teller.expires();
  else if (fate < 0.1) teller.closes('withdrawn');
  else if (fate < 0.16) teller.comes().abandons();
  else {
    teller.comes().isConnected();
    if (chance() < 0.3) teller.isHeld();
    if (chance() < 0.15) teller.isRaised();
    teller.closes(chance() < 0.85 ? 'solved' : 'unsolved');
  }
  return teller.told();
}

/** A session that was asked for at this instant and still waits or is ready. */
export function openStory(cast: Cast, at: number, chance: Chance): Story {
  const teller = new Teller(cast, at, chance);
  teller.asks({ assigned: chance() < 0.7, lifetimeMs: 1_000 * hour });
  if (chance() < 0.6) teller.comes();
  return teller.told();
}

/** Tells a session by the domain's own rules, so that its row is the fold of its events. */
class Teller {
  readonly #chance: Chance;
  readonly #channel: string;
  readonly #technician: string;
  readonly #id: string;
  readonly #events: SessionEvent[] = [];
  #now: number;
  #session: Session | null = null;

  constructor({ channels }: Cast, at: number, chance: Chance) {
    this.#chance = chance;
    this.#now = at;
    this.#id = uuidByChance(chance);
    this.#channel = oneOf(Object.keys(channels), chance);
    this.#technician = oneOf(channels[this.#channel] ?? [], chance);
  }

  asks({ assigned = true, lifetimeMs = linkLifetime } = {}): this {
    return this.#does({
      type: 'request',
      sessionId: this.#id,
      origin: 'invitation',
      ticket: null,
      sosCall: null,
      requesterId: null,
      device: null,
      subject: someSubject(this.#chance),
      channel: this.#channel,
      priority: oneOf(['low', 'normal', 'normal', 'normal', 'high', 'urgent'], this.#chance),
      requester: someRequester(this.#chance),
      assignee: assigned ? this.#technician : null,
      lifetimeMs,
      terms,
    });
  }

  comes(): this {
    const deviceId = uuidByChance(this.#chance);
    return this.lets(10 * minute)
      .#does({ type: 'open-link' }, user)
      .lets(minute)
      .#does({ type: 'join-device', deviceId, kind: 'helper' }, user);
  }

  isConnected(): this {
    const questionId = uuidByChance(this.#chance);
    return this.lets(20 * minute)
      .#does({ type: 'start', questionId, scopes })
      .lets(minute / 4)
      .#does({ type: 'consent', answer: 'grant', questionId, scopes }, user)
      .lets(15 * minute)
      .#does({ type: 'wrote', side: 'technician' })
      .lets(2 * minute)
      .#does({ type: 'wrote', side: 'user' }, user);
  }

  isHeld(): this {
    const reason = oneOf(
      ['waiting-user', 'waiting-third-party', 'scheduled'] as const,
      this.#chance,
    );
    return this.#does({ type: 'hold', reason })
      .lets(3 * hour)
      .#does({ type: 'resume' });
  }

  isRaised(): this {
    return this.#does({ type: 'escalate', reason: 'It needs somebody who knows it better' });
  }

  abandons(): this {
    return this.lets(30 * minute).#does({ type: 'abandon' }, user);
  }

  closes(outcome: 'solved' | 'unsolved' | 'withdrawn'): this {
    return this.lets(20 * minute).#does({ type: 'close', outcome, remark: null });
  }

  /** The desk's timer is never quite on time. */
  expires(): this {
    this.#now += linkLifetime + 20;
    return this.#does({ type: 'lapse' }, { kind: 'desk', rule: 'deadline' });
  }

  /** Lets time pass, this long at most but not less than a quarter of it. */
  lets(most: number): this {
    // Whole milliseconds, as the record keeps them.
    this.#now += Math.round(most * (0.25 + 0.75 * this.#chance()));
    return this;
  }

  told(): Story {
    if (this.#session === null) throw new Error('Nothing was told.');
    return { session: this.#session, events: this.#events };
  }

  #does(command: SessionCommand, actor: Actor = this.#assignee): this {
    const events = judge(this.#session, command, { actor, now: this.#now });
    if (isRefusal(events)) throw new Error(`The story is refused: ${events.refused}.`);
    this.#events.push(...events);
    this.#session = fold(this.#session, events);
    return this;
  }

  get #assignee(): Actor {
    return { kind: 'technician', key: this.#technician };
  }
}
