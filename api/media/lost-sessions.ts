import { Mutex } from 'async-mutex';
import { fieldOf, JanusLine } from '../../activities/media/janus-line.js';
import type {
  MediaSession,
  MediaSessionStore,
} from '../../activities/store/media-session-store.js';
import type { SessionRecord } from '../../activities/record/session-record.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import { whyNoPicture } from './media-standing.js';
import { holderOf } from './media-ticket.js';

/** A relay session without a socket at this process; the picture goes on for it until Janus gives up. */
interface Lost extends MediaSession {
  readonly until: number;
  /** Its right has ended, and Janus has not been told yet. */
  readonly over: boolean;
}

/** What they need of the world. */
export interface LostSessionsOptions {
  readonly janusUrl: string;
  readonly janusToken: () => string;
  readonly policy: PolicyDesk;
  readonly record: Pick<SessionRecord, 'find'>;
  readonly mediaSessions: Pick<MediaSessionStore, 'unattended' | 'remove'>;
  readonly now: () => number;
}

/** As long as Janus keeps a session without a socket, and a little. */
const keptMs = 90_000;
const patienceMs = 3_000;

/**
 * Remembers relay sessions without a socket, those of processes that are gone too, so that a right that
 * ends meanwhile ends their picture as well.
 */
export class LostSessions {
  readonly #options: LostSessionsOptions;
  readonly #lost = new Map<string, Lost>();
  readonly #ending = new Mutex();

  constructor(options: LostSessionsOptions) {
    this.#options = options;
  }

  add(sessions: readonly MediaSession[]): void {
    const until = this.#options.now() + keptMs;
    for (const one of sessions) this.#lost.set(one.janusSessionId, { ...one, until, over: false });
  }

  /** A client has taken its session up again. */
  found(janusSessionId: string): void {
    this.#lost.delete(janusSessionId);
  }

  /** Takes in what nobody has attended to for so long, but for what is attended to here. */
  async adopt(quietMs: number, attended: ReadonlySet<string>): Promise<void> {
    const found = await this.#options.mediaSessions.unattended(quietMs, keptMs);
    this.add(found.filter(({ janusSessionId: id }) => !attended.has(id) && !this.#lost.has(id)));
    await this.recheck();
  }

  /** Ends at Janus what the same participant has lost: they begin anew, and the room knows each name once. */
  async endOf({ sessionId, participant }: Omit<MediaSession, 'janusSessionId'>): Promise<void> {
    this.#condemn((lost) => lost.sessionId === sessionId && lost.participant === participant);
    await this.endCondemned();
  }

  /** Ends at Janus what has no right to the picture of this session any more. */
  async follow(session: Session): Promise<void> {
    const { policy } = this.#options;
    this.#condemn(({ sessionId, participant }) => {
      const isOf = sessionId === session.id;
      return isOf && whyNoPicture(session, holderOf(participant, session), policy) !== null;
    });
    await this.endCondemned();
  }

  /** Asks for everything that is lost whether it has its right still. */
  async recheck(): Promise<void> {
    this.#forgetOld();
    const ids = new Set([...this.#lost.values()].map(({ sessionId }) => sessionId));
    for (const id of ids) {
      const session = await this.#options.record.find(id);
      if (session) await this.follow(session);
    }
  }

  /** Ends whatever has lost its right; what Janus could not be told of stays for the next time. */
  endCondemned(): Promise<void> {
    return this.#ending.runExclusive(async () => {
      this.#forgetOld();
      const over = [...this.#lost.values()].filter((lost) => lost.over);
      if (over.length > 0) await this.#endAll(over);
    });
  }

  async #endAll(over: readonly Lost[]): Promise<void> {
    const { janusUrl, janusToken, mediaSessions } = this.#options;
    const line = await JanusLine.open(janusUrl, janusToken, patienceMs);
    // A Janus that takes the line and answers nothing is asked again later.
    const patience = setTimeout(() => {
      line.close();
    }, patienceMs);
    try {
      for (const { janusSessionId } of over) {
        await end(line, Number(janusSessionId));
        this.#lost.delete(janusSessionId);
        await mediaSessions.remove(janusSessionId);
      }
    } finally {
      clearTimeout(patience);
      line.close();
    }
  }

  #condemn(isOver: (lost: Lost) => boolean): void {
    for (const [id, lost] of this.#lost) {
      if (isOver(lost)) this.#lost.set(id, { ...lost, over: true });
    }
  }

  #forgetOld(): void {
    const now = this.#options.now();
    for (const [id, { until }] of this.#lost) if (until <= now) this.#lost.delete(id);
  }
}

async function end(line: JanusLine, session: number): Promise<void> {
  const claimed = await line.request({ janus: 'claim', session_id: session });
  // What Janus has given up by itself needs no end.
  if (fieldOf(claimed, 'janus') !== 'success') return;
  await line.request({ janus: 'destroy', session_id: session });
}
