import type { Change } from '../../activities/store/feed/live-feed.js';
import { shownNotice } from '../notices/shown-notice.js';
import { type Ability, abilitiesOf } from '../sessions/abilities.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import { shownMessage } from '../sessions/chat-message.js';
import type { ConsentRules } from '../sessions/consent-rules.js';
import { queueRowOf } from '../sessions/queue-row.js';
import { type EncodedEvent, encodeEvent } from './event-sink.js';

/** What decides on what somebody may do with a session. */
interface Rules {
  readonly policy: PolicyDesk;
  readonly consent: Pick<ConsentRules, 'of'>;
}

/** Encodes one change, once for each set of viewers who may do the same with the session. */
export class ChangeEncoder {
  readonly #change: Change;
  readonly #policy: PolicyDesk;
  readonly #consent: Rules['consent'];
  readonly #now: number;
  readonly #encoded = new Map<string, EncodedEvent>();
  #gone: EncodedEvent | null = null;

  constructor(change: Change, { policy, consent }: Rules, now: number) {
    this.#change = change;
    this.#policy = policy;
    this.#consent = consent;
    this.#now = now;
  }

  /** What a technician is told who may see the session. */
  seenBy(technician: string): EncodedEvent {
    const { session } = this.#change.row;
    const actions = this.#policy.actionsOn(session, technician);
    const mayBeAsked = this.#consent.of(session.channel);
    const abilities = abilitiesOf(session, { technician, actions, mayBeAsked }, this.#now);
    const key = abilities.join();
    const known = this.#encoded.get(key);
    if (known) return known;
    const encoded = this.#encode(abilities);
    this.#encoded.set(key, encoded);
    return encoded;
  }

  /** What somebody is told who may no longer see it. */
  gone(): EncodedEvent {
    const { cursor, row } = this.#change;
    this.#gone ??= encodeEvent('gone', { id: row.session.id }, cursor);
    return this.#gone;
  }

  #encode(abilities: readonly Ability[]): EncodedEvent {
    const change = this.#change;
    const { authorizer } = this.#policy;
    const { session } = change.row;
    if (change.kind === 'message') {
      const shown = shownMessage(change.message, authorizer, session.requester.name);
      return encodeEvent('message', shown, change.cursor);
    }
    if (change.kind === 'notice') {
      const shown = shownNotice(change.notice, change.row, authorizer);
      return encodeEvent('notice', shown, change.cursor);
    }
    const row = queueRowOf(change.row, authorizer, abilities);
    if (change.kind === 'session') return encodeEvent('session', row, change.cursor);
    // Who is there and what the device tells of itself shows in both the line and the details.
    return Buffer.concat([
      encodeEvent('session', row),
      encodeEvent('detail', { id: session.id }, change.cursor),
    ]);
  }
}
