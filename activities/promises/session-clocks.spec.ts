import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import type { AppendResult } from '../../workflows/ports.js';
import { requestOf } from '../../workflows/support-session/commands-testing.js';
import {
  readDemonstration,
  readDemonstrationPromises,
} from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { seedPromises } from '../demonstration/seed-promises.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { SessionClockStore } from './session-clock-store.js';
import { SessionRecord } from '../record/session-record.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ana: Actor = { kind: 'technician', key: 'ana' };
const user: Actor = { kind: 'user' };
const minute = 60_000;
const ten = Date.parse('2026-11-23T13:00:00Z');

describe('The clocks of a session', () => {
  let database: TestDatabase;
  let record: SessionRecord;
  let now: number;
  let session: Session | null;

  beforeAll(async () => {
    database = await makeTestDatabase();
    await seedDemonstration(database.owner, readDemonstration(root));
    await seedPromises(database.owner, readDemonstrationPromises(root));
    record = new SessionRecord(database.app, new LiveBell(database.app));
  });
  afterAll(async () => {
    await database.drop();
  });

  /** Sends a command at the present instant of the story straight to the record. */
  async function say(command: SessionCommand, actor: Actor): Promise<AppendResult> {
    const events = judge(session, command, { actor, now });
    if (isRefusal(events)) throw new Error(events.refused);
    const expectedSequence = session?.sequence ?? 0;
    session = fold(session, events);
    const commandId = randomUUID();
    const sessionId = session?.id ?? '';
    return record.append({ sessionId, expectedSequence, commandId, actor, grant: null, events });
  }

  /** A request that is ready at once, on a Monday at ten in São Paulo or some minutes after. */
  async function begun(channel = 'general', after = 0): Promise<AppendResult> {
    now = ten + after * minute;
    session = null;
    const device = { id: randomUUID(), kind: 'helper' } as const;
    const request = requestOf(randomUUID(), {
      origin: 'sos-call',
      channel,
      device,
      priority: 'urgent',
      assignee: null,
    });
    return say(request, user);
  }

  async function kept() {
    const { rows } = await database.app.raw<{
      rows: { readings: { name: string; state: string }[]; step_at: Date | null }[];
    }>('select readings, step_at from session_clocks where session_id = ?', [session?.id ?? '']);
    const [row] = rows;
    return {
      states: row?.readings.map(({ name, state }) => `${name} ${state}`),
      stepAt: row?.step_at?.getTime() ?? null,
    };
  }

  it('are bound at the request and tell the next step with every append', async () => {
    const result = await begun();
    expect(result).toEqual({
      kind: 'appended',
      nextStep: {
        clock: 'first-response',
        turn: 1,
        percent: 50,
        action: 'notify',
        channel: null,
        at: now + 2.5 * minute,
      },
    });
    expect(await kept()).toEqual({
      states: ['first-response running', 'next-response not-started', 'resolution running'],
      stepAt: now + 2.5 * minute,
    });
  });

  it('go on to the next share once a step is taken, and stop with an answer', async () => {
    const first = await begun();
    now += 2.5 * minute;
    const step = first.kind === 'appended' ? first.nextStep : undefined;
    if (!step) throw new Error('The first step is missing.');
    const second = await say({ type: 'sla-step', step }, { kind: 'desk', rule: 'sla' });
    expect(second).toEqual(
      jasmine.objectContaining({ nextStep: jasmine.objectContaining({ percent: 80 }) }),
    );
    await say({ type: 'claim' }, ana);
    const third = await say({ type: 'start', questionId: 'q', scopes: ['view'] }, ana);
    expect(third).toEqual(
      jasmine.objectContaining({
        nextStep: jasmine.objectContaining({ clock: 'resolution', percent: 50 }),
      }),
    );
    expect((await kept()).states).toContain('first-response met');
  });

  it('are given another target while they run, after it is said of how many that changes what', async () => {
    const clocks = new SessionClockStore(database.app);
    const newTarget = { channel: 'stores', priority: null, clock: 'first-response' } as const;
    await begun('stores');
    await begun('stores', 5.5);
    await begun('stores', 4);
    now = ten + 6 * minute;
    const count = (target: number) => clocks.countRunning({ ...newTarget, target }, now);
    expect(await count(300)).toEqual({ sessions: 0, dueAtOnce: 0, missed: 0 });
    expect(await count(100)).toEqual({ sessions: 3, dueAtOnce: 1, missed: 1 });
    expect(await count(1_200)).toEqual({ sessions: 3, dueAtOnce: 0, missed: 1 });
    const result = await say({ type: 'retarget', clock: 'first-response', target: 1_200 }, ana);
    // Half of it is ten minutes after the request, of which two had been counted.
    expect(result).toEqual(
      jasmine.objectContaining({
        nextStep: jasmine.objectContaining({ percent: 50, at: ten + 14 * minute }),
      }),
    );
    const explained = await clocks.explain(session?.id ?? '', now);
    const promise = explained?.promises.find(({ clock }) => clock.name === 'first-response');
    expect(promise?.target).toBe(1_200);
    expect(promise?.reading).toEqual(
      jasmine.objectContaining({
        ...{ state: 'running', countedMs: 2 * minute, dueAt: ten + 24 * minute, breachedAt: null },
      }),
    );
    expect(await count(1_200)).toEqual({ sessions: 2, dueAtOnce: 0, missed: 1 });
  });

  it('come out as facts when the session ends, and count no more once it is opened again', async () => {
    await begun();
    now += 2 * minute;
    await say({ type: 'claim' }, ana);
    await say({ type: 'wrote', side: 'user' }, user);
    now += minute;
    await say({ type: 'wrote', side: 'technician' }, ana);
    now += 7 * minute;
    await say({ type: 'close', outcome: 'solved', remark: null }, ana);
    const closed = now;
    now += 30 * minute;
    await say({ type: 'reopen' }, ana);
    const reopened = now;
    now += 60 * minute;
    await say({ type: 'wrote', side: 'user' }, user);
    await say({ type: 'close', outcome: 'unsolved', remark: null }, ana);
    const { rows } = await database.app.raw<{ rows: Record<string, unknown>[] }>(
      `select outcome, clocks, groups, first_response_ms, resolution_ms, total_resolution_ms,
         next_response_ms, unanswered, handling, settled_at, superseded_at
       from session_facts where session_id = ? order by sequence`,
      [session?.id ?? ''],
    );
    const [first, last] = rows;
    expect(rows).toHaveSize(2);
    expect(first).toEqual(
      jasmine.objectContaining({
        outcome: 'solved',
        clocks: 'first-response=kept;next-response=kept;resolution=kept',
        groups: ['level-1'],
        first_response_ms: String(3 * minute),
        resolution_ms: String(10 * minute),
        next_response_ms: [String(minute)],
        unanswered: 0,
        handling: { ana: 8 * minute },
        settled_at: new Date(closed),
        superseded_at: new Date(reopened),
      }),
    );
    expect(last).toEqual(
      jasmine.objectContaining({
        outcome: 'unsolved',
        clocks: 'first-response=kept;next-response=kept,kept;resolution=missed',
        resolution_ms: String(10 * minute),
        total_resolution_ms: String(70 * minute),
        next_response_ms: [String(minute)],
        unanswered: 1,
        superseded_at: null,
      }),
    );
  });

  it('keep their versions whatever is promised later', async () => {
    await begun();
    const before = await kept();
    await database.owner.raw(
      `insert into sla_promises (channel, priority, number, policy, counts_from, made_by)
       values ('general', 'urgent', 2, null, ?, '{"kind": "user"}')`,
      [new Date(now + minute)],
    );
    now += 2 * minute;
    await say({ type: 'claim' }, ana);
    expect(await kept()).toEqual(before);
    now -= 2 * minute;
    await begun();
    expect((await kept()).states).toBeDefined();
  });
});
