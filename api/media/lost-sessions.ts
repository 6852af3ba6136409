import { fieldOf, JanusLine } from '../../activities/media/janus-line.js';
import { participantOf, type TicketClaims } from './media-ticket.js';

/** Relay sessions whose client lost its socket; the picture goes on for them until Janus gives up. */
interface Lost {
  readonly claims: TicketClaims;
  readonly sessions: readonly number[];
  readonly until: number;
}

/** As long as Janus keeps a session without a socket, and a little. */
const keptMs = 90_000;
const patienceMs = 3_000;

/** Remembers sessions without a socket, so that a right that ends meanwhile ends their picture too. */
export class LostSessions {
  readonly #janusUrl: string;
  readonly #janusToken: () => string;
  #lost: readonly Lost[] = [];

  constructor(janusUrl: string, janusToken: () => string) {
    this.#janusUrl = janusUrl;
    this.#janusToken = janusToken;
  }

  add(claims: TicketClaims, sessions: readonly number[], now: number): void {
    if (sessions.length === 0) return;
    this.#lost = [...this.#still(now), { claims, sessions, until: now + keptMs }];
  }

  /** A client has taken its session up again. */
  found(session: number): void {
    this.#lost = this.#lost.filter(({ sessions }) => !sessions.includes(session));
  }

  /** Ends at Janus what the same participant has lost: they begin anew, and the room knows each name once. */
  async endOf({ sessionId, holder }: TicketClaims, now: number): Promise<void> {
    const participant = participantOf(holder);
    await this.endWhere(
      (lost) => lost.sessionId === sessionId && participantOf(lost.holder) === participant,
      now,
    );
  }

  /** Ends at Janus whatever is lost and has lost its right. */
  async endWhere(hasNoRight: (claims: TicketClaims) => boolean, now: number): Promise<void> {
    const over = this.#still(now).filter(({ claims }) => hasNoRight(claims));
    if (over.length === 0) return;
    this.#lost = this.#lost.filter((one) => !over.includes(one));
    const line = await JanusLine.open(this.#janusUrl, this.#janusToken, patienceMs);
    try {
      for (const session of over.flatMap(({ sessions }) => sessions)) await end(line, session);
    } finally {
      line.close();
    }
  }

  #still(now: number): readonly Lost[] {
    return this.#lost.filter(({ until }) => until > now);
  }
}

async function end(line: JanusLine, session: number): Promise<void> {
  const claimed = await line.request({ janus: 'claim', session_id: session });
  // What Janus has given up by itself needs no end.
  if (fieldOf(claimed, 'janus') !== 'success') return;
  await line.request({ janus: 'destroy', session_id: session });
}
