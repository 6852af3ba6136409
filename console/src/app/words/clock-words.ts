import { Injectable, inject } from '@angular/core';
import { Words } from './words.js';

/** What happens in sessions and can start, stop or cancel a clock, in the order of a session's life. */
export const clockEvents = [
  'requested',
  'device-joined',
  'claimed',
  'answered',
  'consent-granted',
  'connected',
  'user-wrote',
  'technician-wrote',
  'held',
  'resumed',
  'transferred',
  'escalated',
  'closed',
  'abandoned',
  'expired',
  'reopened',
] as const;

/** Why a session is on hold. */
export const holdReasons = [
  'waiting-user',
  'waiting-third-party',
  'waiting-change',
  'scheduled',
] as const;

/** The parts of a promise in the language in force. */
@Injectable({ providedIn: 'root' })
export class ClockWords {
  readonly #words = inject(Words);

  readonly event = (type: string): string => this.#found(`sla.event.${type}`, type);
  readonly hold = (reason: string): string => this.#found(`hold.${reason}`, reason);

  /** A clock by a name that the console knows, or as it was named. */
  readonly clock = (name: string): string => this.#found(`sla.clock.${name}`, name);

  #found(key: string, otherwise: string): string {
    return this.#words.knows(key) ? this.#words.t(key) : otherwise;
  }
}
