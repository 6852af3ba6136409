import { isRefusal } from '../../../workflows/domain/session/decision.js';
import { judge } from '../../../workflows/domain/session/judge.js';
import { requestOf } from '../../../workflows/support-session/commands-testing.js';
import { type Database, rowsOf } from '../../store/database.js';
import { storedOf } from '../../store/sessions/session-event-rows.js';

/** A number from 0, inclusive, to 1, exclusive. */
export type Chance = () => number;

const day = 86_400_000;

/** The month in which everything of this world was requested; clocks are changed in it in some zones. */
export const month = { from: Date.parse('2026-03-01T00:00:00Z'), days: 31 } as const;

/** Puts sessions at random that have come to their end into a database, with facts and answers of every kind. */
export async function addEndedSessions(
  owner: Database,
  count: number,
  chance: Chance,
): Promise<void> {
  const sessions = Array.from({ length: count }, () => someSession(chance));
  const facts = sessions.flatMap(({ facts: some }) => some);
  const answers = sessions.flatMap(({ answers: some }) => some);
  for (const [statement, rows] of [
    [intoSessions, sessions.map(({ row }) => row)],
    [intoEvents, sessions.map(({ request }) => request)],
    [intoFacts, facts],
    [intoAnswers, answers],
  ] as const) {
    await rowsOf(owner, statement, { rows: JSON.stringify(rows) });
  }
}

function someSession(chance: Chance) {
  const id = crypto.randomUUID();
  const requested = month.from + Math.floor(chance() * month.days * day);
  const ended = requested + some(chance, 5 * day);
  const channel = oneOf(['general', 'finance', 'stores'], chance);
  const first = someFacts(chance, { id, channel, requested, settled: ended, sequence: 5 });
  const reopened = ended + some(chance, day);
  const again = { id, channel, requested, settled: reopened + some(chance, 2 * day), sequence: 9 };
  const facts =
    chance() < 0.8
      ? [first]
      : [{ ...first, superseded_at: new Date(reopened) }, someFacts(chance, again)];
  const row = { id, channel, requested_at: new Date(requested), ended_at: new Date(ended) };
  const request = requestEvent(id, channel, requested);
  return { row, request, facts, answers: someAnswers(chance, { id, requested, ended }) };
}

/** The event by which a session stands where its facts do not hold yet. */
function requestEvent(id: string, channel: string, now: number) {
  const command = requestOf(id, { channel, lifetimeMs: 40 * day });
  const events = judge(null, command, { actor: { kind: 'user' }, now });
  const [requested] = isRefusal(events) ? [] : events;
  if (!requested) throw new Error('The request is refused.');
  return { session_id: id, command_id: 'at-random', ...storedOf(requested).row };
}

interface Settling {
  readonly id: string;
  readonly channel: string;
  readonly requested: number;
  readonly settled: number;
  readonly sequence: number;
}

function someFacts(chance: Chance, { id, channel, requested, settled, sequence }: Settling) {
  const maybe = (most: number) => (chance() < 0.7 ? some(chance, most) : null);
  const list = () => Array.from({ length: Math.floor(chance() * 3) }, () => some(chance, day));
  return {
    ...{ session_id: id, sequence, channel },
    ...{ requested_at: new Date(requested), settled_at: new Date(settled), superseded_at: null },
    priority: oneOf(['low', 'normal', 'urgent'], chance),
    customer: oneOf([null, 'acme', 'globex'], chance),
    technician: oneOf([null, 'ana', 'bruno', 'carla'], chance),
    groups: oneOf([[], ['level-1'], ['level-1', 'mac']], chance),
    outcome: oneOf(['solved', 'unsolved', 'abandoned', 'expired'], chance),
    clocks: oneOf(clocks, chance).replace('DUE', String(settled + some(chance, 3 * day))),
    ...{ ready_ms: maybe(600_000), first_response_ms: maybe(3_600_000) },
    // Some take longer than 32 bits of milliseconds tell.
    ...{ first_picture_ms: maybe(day), resolution_ms: maybe(90 * day) },
    ...{ total_resolution_ms: maybe(day), next_response_ms: list() },
    unanswered: Math.floor(chance() * 3),
    handling: oneOf([{}, { ana: 5 }, { ana: some(chance, day), bruno: some(chance, day) }], chance),
    holds: oneOf([{}, { 'waiting-user': some(chance, day) }], chance),
    transfers: Math.floor(chance() * 3),
    digest: String(BigInt(Math.floor((chance() - 0.5) * 2 ** 53)) * 1_021n),
  };
}

const clocks = [
  '',
  'first-response=kept',
  'first-response=missed;resolution=open@DUE',
  'first-response=cancelled;next-response=kept,missed,open@;resolution=not-started',
];

interface Course {
  readonly id: string;
  readonly requested: number;
  readonly ended: number;
}

function someAnswers(chance: Chance, { id, requested, ended }: Course) {
  if (chance() < 0.6) return [];
  const at = ended + some(chance, day);
  const then = at + 1 + some(chance, day);
  const answer = (from: number, until: number | null) => ({
    ...{ session_id: id, requested_at: new Date(requested), at: new Date(from) },
    ...{ superseded_at: until === null ? null : new Date(until) },
    score: 1 + Math.floor(chance() * 5),
  });
  return chance() < 0.7 ? [answer(at, null)] : [answer(at, then), answer(then, null)];
}

/** Whole milliseconds, as the record keeps them. */
function some(chance: Chance, most: number): number {
  return Math.floor(chance() * most);
}

/** One of several, each as likely. */
export function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
  const found = items[Math.floor(chance() * items.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}

const intoSessions = `
  insert into sessions (id, sequence, state, channel, connection, requester_name, subject,
    requested_at, ended_at, document)
  select id, 9, 'closed', channel, 'absent', 'A user', 'A subject', requested_at, ended_at, '{}'
  from jsonb_to_recordset(:rows) as one (id uuid, channel text, requested_at timestamptz,
    ended_at timestamptz)
`;

const intoEvents = `
  insert into session_events (session_id, sequence, type, at, by, data, command_id)
  select session_id, sequence, type, at, by, data, command_id
  from jsonb_populate_recordset(null::session_events, :rows)
`;

const intoFacts = `
  insert into session_facts select * from jsonb_populate_recordset(null::session_facts, :rows)
`;

const intoAnswers = `
  insert into session_answers select * from jsonb_populate_recordset(null::session_answers, :rows)
`;
