import { ActivityFailure, ApplicationFailure, log } from '@temporalio/workflow';
import { type Envelope, type Outcome, refusedType, type SupportSessionInput } from '../contract.js';
import { completed } from '../domain/session/completed.js';
import { isRefusal } from '../domain/session/decision.js';
import type { SessionEvent } from '../domain/session/events.js';
import { evolve } from '../domain/session/evolve.js';
import { judge } from '../domain/session/judge.js';
import type { Refusal } from '../domain/session/refusal.js';
import type { Session } from '../domain/session/session.js';
import type { Instant } from '../domain/session/vocabulary.js';
import type { AppendResult, LookResult, SessionPorts } from '../ports.js';
import { oneAtATime } from './one-at-a-time.js';

/** After a look that failed for good, the next is tried so much later. */
const lookAgainMs = 60_000;

/**
 * A session in step with its record. Commands take turns; each is decided, appended and only then
 * taken over, so that nothing is answered that the record does not have.
 */
export class RecordedSession {
  readonly #id: string;
  readonly #append: SessionPorts['appendEvents'];
  readonly #inTurn = oneAtATime();
  #session: Session | null;
  #stepAt: Instant | null;

  constructor(input: SupportSessionInput, append: SessionPorts['appendEvents']) {
    const { sessionId, session, stepAt = null } = input;
    this.#id = sessionId;
    this.#session = session && completed(session);
    this.#stepAt = stepAt;
    this.#append = append;
  }

  /** How it goes on in another workflow. */
  get standing(): Required<Pick<SupportSessionInput, 'session' | 'stepAt'>> {
    return { session: this.#session, stepAt: this.#stepAt };
  }

  /** The session as it stands, null before its request. */
  get now(): Session | null {
    return this.#session;
  }

  /** When the next step of the session's promises falls due, as far as the record has told. */
  get stepAt(): Instant | null {
    return this.#stepAt;
  }

  /** Throws the refusal of a command that the present state does not allow; changes nothing. */
  check({ command, actor }: Envelope): void {
    const events = judge(this.#session, command, { actor, now: Date.now() });
    if (isRefusal(events)) throw failureOf(events);
  }

  get id(): string {
    return this.#id;
  }

  /** Does what a command says, in its turn and as it is admitted then, or throws the refusal. */
  apply<E extends Envelope>(
    envelope: E,
    admit?: (envelope: E) => Promise<Envelope>,
  ): Promise<Outcome> {
    return this.#inTurn(async () => this.#settle(admit ? await admit(envelope) : envelope));
  }

  /** Lets the desk look after the session; tells when it should look again. */
  lookAfter(look: SessionPorts['lookAfter']): Promise<Instant | null> {
    return this.#inTurn(async () => {
      const { events, next, nextStep } = await this.#look(look);
      this.#takeOver(events);
      if (nextStep !== undefined) this.#stepAt = nextStep?.at ?? null;
      return next;
    });
  }

  async #look(look: SessionPorts['lookAfter']): Promise<LookResult> {
    const now = Date.now();
    const expectedSequence = this.#sequence;
    const commandId = `look:${expectedSequence}:${now}`;
    try {
      return await look({ sessionId: this.#id, expectedSequence, commandId, now });
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('A session could not be looked after', { sessionId: this.#id, error });
      if (this.#stepAt !== null) this.#stepAt = Math.max(this.#stepAt, now + lookAgainMs);
      return { events: [], next: now + lookAgainMs };
    }
  }

  async #settle(envelope: Envelope): Promise<Outcome> {
    for (;;) {
      const events = this.#eventsOf(envelope);
      if (events.length === 0) return { sequence: this.#sequence };
      const result = await this.#store(envelope, events);
      this.#takeOver(result.kind === 'appended' ? events : result.events);
      if (result.kind === 'appended') this.#stepAt = result.nextStep?.at ?? null;
      if (result.kind !== 'overtaken') return { sequence: this.#sequence };
    }
  }

  #eventsOf({ command, actor }: Envelope): readonly SessionEvent[] {
    const events = judge(this.#session, command, { actor, now: Date.now() });
    if (isRefusal(events)) throw failureOf(events);
    return events;
  }

  async #store(envelope: Envelope, events: readonly SessionEvent[]): Promise<AppendResult> {
    const { id: commandId, actor, grant, from } = envelope;
    const expectedSequence = this.#sequence;
    try {
      return await this.#append({
        sessionId: this.#id,
        expectedSequence,
        commandId,
        actor,
        grant,
        ...(from === undefined ? {} : { from }),
        events,
      });
    } catch (error) {
      // Anything but an ApplicationFailure would fail the workflow task and be retried for ever.
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('The record refused a command', { sessionId: this.#id, commandId, error });
      throw ApplicationFailure.nonRetryable('The command could not be recorded.', 'not-recorded');
    }
  }

  #takeOver(events: readonly SessionEvent[]): void {
    for (const event of events) {
      if (event.sequence > this.#sequence) this.#session = evolve(this.#session, event);
    }
  }

  get #sequence(): number {
    return this.#session?.sequence ?? 0;
  }
}

function failureOf(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusal.refused, refusedType, refusal);
}
