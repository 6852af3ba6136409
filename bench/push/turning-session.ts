import { randomUUID } from 'node:crypto';
import type { SessionRecord } from '../../activities/record/session-record.js';
import type { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';

const kofi: Actor = { kind: 'technician', key: 'kofi' };
const grant = { action: 'session.hold', revision: 'bench' };

/** A session that goes on hold and off again in turn, straight in the record: a change without anything around it. */
export class TurningSession {
  readonly #record: SessionRecord;
  #session: Session;

  private constructor(record: SessionRecord, session: Session) {
    this.#record = record;
    this.#session = session;
  }

  /** One that is there already. */
  static async open(record: SessionRecord, id: string): Promise<TurningSession> {
    const session = await record.find(id);
    if (session === null) throw new Error(`There is no session ${id}.`);
    return new TurningSession(record, session);
  }

  /** The same of one that somebody is invited to now. */
  static async begin(record: SessionRecord, desk: TechnicianDesk): Promise<TurningSession> {
    const invitation = { name: 'Aaron Whitfield', subject: 'It turns', channel: 'general' };
    const { session } = await desk.invite(invitation);
    return TurningSession.open(record, session.id);
  }

  get id(): string {
    return this.#session.id;
  }

  /** Turns it once and answers whether it is on hold now; what its workflow recorded meanwhile is taken over first. */
  async turn(): Promise<boolean> {
    const { id, hold, sequence } = this.#session;
    const command =
      hold === null
        ? ({ type: 'hold', reason: 'scheduled' } as const)
        : ({ type: 'resume' } as const);
    const events = judge(this.#session, command, { actor: kofi, now: Date.now() });
    if (isRefusal(events)) throw new Error(`The session does not turn: ${events.refused}.`);
    const request = { sessionId: id, expectedSequence: sequence, commandId: randomUUID() };
    const result = await this.#record.append({ ...request, actor: kofi, grant, events });
    this.#follow(result.kind === 'appended' ? events : result.events);
    return result.kind === 'appended' ? this.#session.hold !== null : this.turn();
  }

  #follow(events: Parameters<typeof fold>[1]): void {
    const after = fold(this.#session, events);
    if (after !== null) this.#session = after;
  }
}
