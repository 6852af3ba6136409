import type { SessionFacts } from '../../../workflows/domain/sla/session-facts.js';
import { digestOf } from '../../promises/keep-facts.js';
import { type Database, rowsOf } from '../../store/database.js';
import type { Unsettled } from '../population.js';
import type { DurationName, WordName } from './facts-page.js';

/** A score, from when it was given and until when it held. */
export type Answer = readonly [score: number, at: number, supersededAt: number | null];

/** What one session came to, with instants and durations in milliseconds. */
export interface FactsRow
  extends
    Readonly<Record<DurationName, number | null>>,
    Readonly<Record<Exclude<WordName, 'customer' | 'technician'>, string>> {
  readonly requestedAt: number;
  readonly settledAt: number | null;
  readonly supersededAt: number | null;
  readonly customer: string | null;
  readonly technician: string | null;
  readonly groups: readonly string[];
  readonly transfers: number;
  /** Postgres gives 64-bit numbers as text. */
  readonly digest: string;
  readonly nextResponse: readonly number[];
  readonly unanswered: number;
  readonly handling: Readonly<Record<string, number>>;
  readonly holds: Readonly<Record<string, number>>;
  readonly answers: readonly Answer[];
}

/** Every row of the sessions that were requested on a day. */
export function factsOfDay(tx: Database, day: Date): Promise<readonly FactsRow[]> {
  return rowsOf<FactsRow>(tx, ofDay, { day });
}

/** Sessions that have not come to their end, as rows like the others. */
export async function unsettledRows(
  tx: Database,
  unsettled: readonly Unsettled[],
): Promise<readonly FactsRow[]> {
  if (unsettled.length === 0) return [];
  const ids = unsettled.map(({ sessionId }) => sessionId);
  const given = await rowsOf<{ id: string; answers: readonly Answer[] }>(tx, answersOf, { ids });
  const answers = new Map(given.map((one) => [one.id, one.answers]));
  return unsettled.map(({ sessionId, facts }) => ({
    ...rowOf(facts),
    digest: digestOf(sessionId, facts),
    answers: answers.get(sessionId) ?? [],
  }));
}

// A technician's groups are written down with the end of a session; before it, it belongs to none.
function rowOf(facts: SessionFacts): Omit<FactsRow, 'digest' | 'answers'> {
  const { readyMs, firstResponseMs, firstPictureMs, resolutionMs, totalResolutionMs } = facts;
  return {
    ...facts,
    ...{ settledAt: null, supersededAt: null, groups: [] },
    ...{ ready: readyMs, firstResponse: firstResponseMs, firstPicture: firstPictureMs },
    ...{ resolution: resolutionMs, totalResolution: totalResolutionMs },
    ...{ nextResponse: facts.nextResponseMs, handling: facts.handlingMs, holds: facts.holdMs },
  };
}

// An instant counts as the millisecond that it is not later than, but a request's, which it is not earlier than.
const latest = (column: string) => `ceil(extract(epoch from ${column}) * 1000)::float8`;

const answers = `
  (select json_agg(json_build_array(a.score, ${latest('a.at')}, ${latest('a.superseded_at')})
      order by a.at)
    from session_answers a where a.session_id = %)
`;

const ofDay = `
  select floor(extract(epoch from f.requested_at) * 1000)::float8 as "requestedAt",
    ${latest('f.settled_at')} as "settledAt", ${latest('f.superseded_at')} as "supersededAt",
    f.channel, f.priority, f.customer, f.technician, f.groups, f.outcome, f.clocks,
    f.ready_ms::float8 as ready, f.first_response_ms::float8 as "firstResponse",
    f.first_picture_ms::float8 as "firstPicture", f.resolution_ms::float8 as resolution,
    f.total_resolution_ms::float8 as "totalResolution",
    f.next_response_ms::float8[] as "nextResponse", f.unanswered, f.handling, f.holds,
    f.transfers, f.digest,
    coalesce(${answers.replace('%', 'f.session_id')}, '[]') as answers
  from session_facts f
  where f.requested_at >= :day and f.requested_at < cast(:day as timestamptz) + interval '24 hours'
  order by f.requested_at, f.session_id, f.sequence
`;

const answersOf = `
  select one.id, ${answers.replace('%', 'one.id')} as answers
  from unnest(cast(:ids as uuid[])) as one (id)
  where exists (select from session_answers where session_id = one.id)
`;
