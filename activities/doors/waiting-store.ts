import type { FormAnswer } from '../../workflows/domain/sos/form.js';
import type { PastWait } from '../../workflows/domain/sos/wait-estimate.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';

/** A request that came by an SOS Call, beside what its session holds. */
export interface SosRequest {
  readonly sosCall: string;
  readonly sosCallName: string;
  readonly answers: readonly FormAnswer[];
}

/** Days from which past waits count, and how many of the latest. */
export const waitsOfDays = 7;
const mostWaits = 200;

/** Who waits at which place, and how long those before them waited. */
export class WaitingStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Keeps what somebody filled in and where they stand; the same session again changes nothing. */
  async add(sessionId: string, sosCall: string, answers: readonly FormAnswer[]): Promise<void> {
    await rowsOf(
      this.#db,
      `insert into sos_requests (session_id, sos_call, answers, place)
       values (:sessionId, :sosCall, :answers, (${placeOf}))
       on conflict do nothing`,
      { sessionId, sosCall, answers: JSON.stringify(answers) },
    );
  }

  /** By which SOS Call a session came and what was filled in, or null. */
  async requestOf(sessionId: string): Promise<SosRequest | null> {
    const row = await rowOf<{ sos_call: string; name: string; answers: readonly FormAnswer[] }>(
      this.#db,
      `select r.sos_call, s.name, r.answers
       from sos_requests r join sos_calls s on s.id = r.sos_call
       where r.session_id = :sessionId`,
      { sessionId },
    );
    return row && { sosCall: row.sos_call, sosCallName: row.name, answers: row.answers };
  }

  /** The place of a session among those of its channel that nobody has taken yet; the first is 1. */
  async place(sessionId: string): Promise<number> {
    const row = await rowOf<{ place: string }>(this.#db, placeOf, { sessionId });
    return Number(row?.place ?? 1);
  }

  /** How long people waited in a channel lately until somebody was there for them. */
  async pastWaits(channel: string): Promise<readonly PastWait[]> {
    const rows = await rowsOf<{ waited_ms: number; place: number }>(this.#db, pastWaits, {
      channel,
      days: waitsOfDays,
      most: mostWaits,
    });
    return rows.map(({ waited_ms, place }) => ({ waitedMs: waited_ms, place }));
  }
}

const placeOf = `
  select 1 + count(ahead.id) as place
  from sessions mine left join sessions ahead on ahead.channel = mine.channel
    and ahead.ended_at is null and ahead.assignee is null and ahead.state = 'ready'
    and (ahead.requested_at, ahead.id) < (mine.requested_at, mine.id)
  where mine.id = :sessionId
`;

// Somebody is there from the first answer, or from the claim where no answer was needed.
const pastWaits = `
  select r.place, extract(epoch from taken.at - s.requested_at)::double precision * 1000 as waited_ms
  from sos_requests r
    join sessions s on s.id = r.session_id
    cross join lateral (
      select e.at from session_events e
      where e.session_id = s.id and e.type in ('claimed', 'answered') order by e.sequence limit 1
    ) taken
  where s.channel = :channel
    and r.requested_at > clock_timestamp() - :days * interval '1 day'
  order by r.requested_at desc limit :most
`;
