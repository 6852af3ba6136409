import type { Pool } from 'pg';
import { columnsOf } from '../../activities/store/sessions/session-columns.js';
import { storedOf } from '../../activities/store/sessions/session-event-rows.js';
import { seededChance } from '../measure/chance.js';
import { endedStory, openStory, type Cast, type Story } from './story.js';

/** Which sessions are wanted. */
export interface SessionOrder {
  readonly count: number;
  readonly kind: 'ended' | 'open';
  readonly cast: Cast;
  /** Between which instants they were asked for, evenly. */
  readonly from: number;
  readonly to: number;
  /** Whether their events are stored too, with the texts that stand apart; lists need the rows only. */
  readonly withEvents: boolean;
  readonly seed?: number;
  /** Told now and then how many are there. */
  readonly progress?: (done: number) => void;
}

const batchSize = 2_000;

/**
 * Puts sessions into a desk's database in bulk, as its owner: told by the domain's rules, so that each row
 * is the fold of its events. They have no workflows, no commands and no audit, for they never were.
 */
export async function makeSessions(database: Pool, order: SessionOrder): Promise<void> {
  const chance = seededChance(order.seed ?? 1);
  const tell = order.kind === 'ended' ? endedStory : openStory;
  const step = (order.to - order.from) / order.count;
  let stored: Promise<void> = Promise.resolve();
  for (let done = 0; done < order.count; done += batchSize) {
    const size = Math.min(batchSize, order.count - done);
    const stories = Array.from({ length: size }, (_, index) =>
      tell(order.cast, Math.round(order.from + (done + index) * step), chance),
    );
    await stored; // The next batch is told while the one before is stored.
    stored = store(database, stories, order.withEvents);
    order.progress?.(done);
  }
  await stored;
}

async function store(
  database: Pool,
  stories: readonly Story[],
  withEvents: boolean,
): Promise<void> {
  await database.query(rowsOfSessions, [JSON.stringify(stories.map(rowOf))]);
  if (!withEvents) return;
  const kept = stories.flatMap(({ session, events }) =>
    events.map((event) => ({ sessionId: session.id, ...storedOf(event) })),
  );
  const events = kept.map(({ sessionId, row }) => ({ ...row, session_id: sessionId }));
  const texts = kept.flatMap(({ sessionId, texts: apart }) =>
    apart.map((text) => ({ ...text, session_id: sessionId })),
  );
  await database.query(rowsOfEvents, [JSON.stringify(events)]);
  await database.query(rowsOfTexts, [JSON.stringify(texts)]);
}

function rowOf({ session }: Story) {
  const columns = columnsOf(session);
  const guests: unknown = JSON.parse(columns.guests);
  return { ...columns, guests, document: session };
}

const columns = `id, sequence, state, channel, assignee, driver, connection, device_id,
  requester_name, requester_address, subject, requested_at, ended_at, origin, ticket, requester_id,
  sos_call, offered_to, collaborators, guests, warm_channel, warm_technician, warm_group, document`;

const rowsOfSessions = `
  insert into sessions (${columns})
  select ${columns} from jsonb_populate_recordset(null::sessions, $1)
`;

const rowsOfEvents = `
  insert into session_events (session_id, sequence, type, at, by, data, command_id)
  select session_id, sequence, type, at, by, data, 'bulk'
  from jsonb_populate_recordset(null::session_events, $1)
`;

const rowsOfTexts = `
  insert into personal_texts (subject_kind, subject_key, digest, salt, text)
  select 'session', session_id, decode(digest, 'hex'), decode(salt, 'hex'), text
  from jsonb_to_recordset($1) as t (session_id text, digest text, salt text, text text)
`;
