import { lookAfter, routingActor } from '../domain/routing/look-after.js';
import type { RoutingSituation } from '../domain/routing/next-step.js';
import { isRefusal } from '../domain/session/decision.js';
import type { SessionEvent } from '../domain/session/events.js';
import { fold } from '../domain/session/evolve.js';
import { judge } from '../domain/session/judge.js';
import type { Session } from '../domain/session/session.js';
import type { DueStep } from '../domain/sla/clock.js';
import type {
  Admission,
  AppendRequest,
  AppendResult,
  LookRequest,
  LookResult,
  SessionPorts,
  SignalRequest,
} from '../ports.js';

/** The world as a session's workflow sees it, in memory; held to the same contract as the real record. */
export class FakePorts implements SessionPorts {
  /** The sessions whose relay room was ended, in order. */
  readonly ended: string[] = [];
  /** Who is there and how the channels find somebody; without it the desk does nothing by itself. */
  situation: RoutingSituation | null = null;
  /** The steps of the session's promises that are still to come, in order. */
  steps: readonly DueStep[] = [];
  /** What the desk says of Signals. */
  admission: (request: SignalRequest) => Admission = () => ({ kind: 'admitted', grant: null });
  /** How often the desk looked after a session. */
  readonly looks: string[] = [];
  readonly #events = new Map<string, readonly SessionEvent[]>();
  readonly #commands = new Set<string>();

  appendEvents(request: AppendRequest): Promise<AppendResult> {
    return Promise.resolve(this.#append(request));
  }

  lookAfter({ sessionId, expectedSequence, commandId, now }: LookRequest): Promise<LookResult> {
    this.looks.push(sessionId);
    const since = this.eventsOf(sessionId).slice(expectedSequence);
    if (since.length > 0) return Promise.resolve({ events: since, next: now });
    const session = this.sessionOf(sessionId);
    const [step] = this.steps;
    if (session && step && step.at <= now) {
      return Promise.resolve(this.#take(step, session, { commandId, now }));
    }
    if (!session || !this.situation) return Promise.resolve({ events: [], next: null });
    const { events, next } = lookAfter(session, this.situation, now);
    const append = { sessionId, expectedSequence, commandId, actor: routingActor, grant: null };
    if (events.length > 0) this.#append({ ...append, events });
    return Promise.resolve({ events, next });
  }

  admitSignal(request: SignalRequest): Promise<Admission> {
    return Promise.resolve(this.admission(request));
  }

  endMedia(sessionId: string): Promise<void> {
    this.ended.push(sessionId);
    return Promise.resolve();
  }

  /** What was stored for a session, in order. */
  eventsOf(sessionId: string): readonly SessionEvent[] {
    return this.#events.get(sessionId) ?? [];
  }

  /** The session's row. */
  sessionOf(sessionId: string): Session | null {
    return fold(null, this.eventsOf(sessionId));
  }

  #take(
    step: DueStep,
    session: Session,
    { commandId, now }: Pick<LookRequest, 'commandId' | 'now'>,
  ): LookResult {
    const actor = { kind: 'desk', rule: 'sla' } as const;
    const events = judge(session, { type: 'sla-step', step }, { actor, now });
    if (isRefusal(events)) throw new Error(`The step was refused: ${events.refused}.`);
    this.steps = this.steps.slice(1);
    const { id: sessionId, sequence: expectedSequence } = session;
    this.#append({ sessionId, expectedSequence, commandId, actor, grant: null, events });
    return { events, next: now, nextStep: this.steps[0] ?? null };
  }

  #append({ sessionId, expectedSequence, commandId, events }: AppendRequest): AppendResult {
    const stored = this.eventsOf(sessionId);
    const since = stored.slice(expectedSequence);
    const command = `${sessionId} ${commandId}`;
    if (this.#commands.has(command)) return { kind: 'repeated', events: since };
    if (since.length > 0) return { kind: 'overtaken', events: since };
    this.#events.set(sessionId, [...stored, ...events]);
    this.#commands.add(command);
    const [nextStep] = this.steps;
    return nextStep ? { kind: 'appended', nextStep } : { kind: 'appended' };
  }
}
