import { randomUUID } from 'node:crypto';
import type { SessionFact } from '../../workflows/domain/session/events.js';
import { measuresOf } from '../../workflows/domain/sla/measures.js';
import { eventsOf, minute, type Told } from '../../workflows/domain/sla/told-testing.js';
import { rowsOf } from './database.js';
import { makeEmptyDatabase, type TestDatabase } from './database-testing.js';
import { migrateDatabase } from './migrate-database.js';
import { steps } from './migrations/all.js';
import { storedOf } from './sessions/session-event-rows.js';

const asks: SessionFact = { type: 'user-wrote' };
const says: SessionFact = { type: 'technician-wrote' };
const closed: SessionFact = { type: 'closed', outcome: 'solved', remark: null };
const reopened: SessionFact = { type: 'reopened' };

/** What sessions went through, and how many turns each of their ends left unanswered up to it. */
const lives: readonly (readonly [facts: readonly SessionFact[], unanswered: readonly number[]])[] =
  [
    [
      [asks, asks, closed, reopened, asks, says, asks, closed],
      [1, 2],
    ],
    [
      [asks, closed, reopened, says, closed],
      [1, 1],
    ],
    [[asks, closed, reopened, asks], [1]],
    [[asks, { type: 'abandoned' }], [1]],
    [[asks, { type: 'expired' }], [1]],
    [
      [asks, says, closed, reopened, closed],
      [0, 0],
    ],
    [[closed], [0]],
  ];

const before = steps.slice(
  0,
  steps.findIndex(({ name }) => name === '0019-unanswered'),
);

describe('A desk whose facts did not count unanswered turns', () => {
  let database: TestDatabase;
  const sessions = lives.map(([facts, unanswered]) => {
    const told: Told = facts.map((fact, index) => [index + 1, fact]);
    return { id: randomUUID(), events: eventsOf(told), unanswered };
  });

  beforeAll(async () => {
    database = await makeEmptyDatabase();
    await migrateDatabase(database.owner, before);
    for (const { id, events } of sessions) {
      const rows = JSON.stringify(events.map((event) => storedOf(event).row));
      await rowsOf(database.owner, intoSessions, { id });
      await rowsOf(database.owner, intoEvents, { id, rows });
      await rowsOf(database.owner, intoFacts, { id });
    }
    await migrateDatabase(database.owner);
  }, 60_000);

  afterAll(async () => {
    await database.drop();
  });

  it('has them counted of every end that a session came to, as they are counted from now on', async () => {
    for (const { id, events, unanswered } of sessions) {
      const facts = await rowsOf<{ sequence: number; unanswered: number }>(
        database.app,
        'select sequence, unanswered from session_facts where session_id = :id order by sequence',
        { id },
      );
      expect(facts.map((one) => one.unanswered)).toEqual([...unanswered]);
      const measured = facts.map(({ sequence }) =>
        measuresOf(events.slice(0, sequence), minute(1_000)),
      );
      expect(measured.map((one) => one.unanswered)).toEqual([...unanswered]);
    }
  });
});

const intoSessions = `
  insert into sessions (id, sequence, state, channel, connection, requester_name, subject,
    requested_at, ended_at, document)
  values (:id, 1, 'closed', 'general', 'absent', 'A user', 'A subject', now(), now(), '{}')
`;

const intoEvents = `
  insert into session_events (session_id, sequence, type, at, by, data, command_id)
  select :id, sequence, type, at, by, data, 'told'
  from jsonb_populate_recordset(null::session_events, :rows)
`;

const intoFacts = `
  insert into session_facts (session_id, sequence, requested_at, settled_at, channel, priority,
    groups, outcome, clocks, next_response_ms, handling, holds, transfers, digest)
  select session_id, sequence, now(), at, 'general', 'normal', '{}', 'solved', '', '{}', '{}', '{}',
    0, 0
  from session_events
  where session_id = :id and type in ('closed', 'abandoned', 'expired')
`;
