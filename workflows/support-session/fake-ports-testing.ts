import type { SessionEvent } from '../domain/session/events.js';
import { fold } from '../domain/session/evolve.js';
import type { Session } from '../domain/session/session.js';
import type { AppendRequest, AppendResult, SessionPorts } from '../ports.js';

/** The world as a session's workflow sees it, in memory; held to the same contract as the real record. */
export class FakePorts implements SessionPorts {
  /** The sessions whose relay room was ended, in order. */
  readonly ended: string[] = [];
  readonly #events = new Map<string, readonly SessionEvent[]>();
  readonly #commands = new Set<string>();

  appendEvents(request: AppendRequest): Promise<AppendResult> {
    return Promise.resolve(this.#append(request));
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

  #append({ sessionId, expectedSequence, commandId, events }: AppendRequest): AppendResult {
    const stored = this.eventsOf(sessionId);
    const since = stored.slice(expectedSequence);
    const command = `${sessionId} ${commandId}`;
    if (this.#commands.has(command)) return { kind: 'repeated', events: since };
    if (since.length > 0) return { kind: 'overtaken', events: since };
    this.#events.set(sessionId, [...stored, ...events]);
    this.#commands.add(command);
    return { kind: 'appended' };
  }
}
