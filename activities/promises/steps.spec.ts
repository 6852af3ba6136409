import { randomUUID } from 'node:crypto';
import { workflowIdOf } from '../../workflows/contract.js';
import { requestOf } from '../../workflows/support-session/commands-testing.js';
import type { Priority } from '../../workflows/domain/session/vocabulary.js';
import { until } from '../../workflows/until-testing.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { rowsOf } from '../store/database.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { MessageStore } from '../record/message-store.js';
import { sweepClocks } from '../upkeep/clock-sweep.js';
import { SlaConfiguration } from './sla-configuration.js';
import { stepLateness } from './step-lateness.js';

const change = {
  actor: { kind: 'technician', key: 'julia' },
  action: 'sla.configure',
  revision: 'a-revision',
} as const;

const notifyAt = (percent: number) => ({ percent, action: 'notify', channel: null }) as const;
const raiseAt = (percent: number) => ({ percent, action: 'raise', channel: null }) as const;

describe('The steps of promises', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk();
    await rowsOf(desk.database.owner, "insert into channels (key, name) values ('quick', 'Quick')");
    const sla = new SlaConfiguration(desk.database.app);
    const countsFrom = new Date('2020-01-01T00:00:00Z');
    const named = { place: '*', name: 'Quick', countsFrom };
    const content = { zone: 'UTC', week: {}, exceptions: {} };
    await sla.addCalendar({ ...named, key: 'never', content }, change);
    const common = { hours: 'always', cancel: [], resumesOnReopen: false } as const;
    const answer = {
      ...common,
      name: 'first-response',
      start: ['requested'],
      stop: ['answered'],
      pause: ['waiting-user'],
      repeats: false,
    } as const;
    await sla.addPolicy(
      {
        ...named,
        key: 'seconds',
        calendar: 'never',
        clocks: [
          { ...answer, target: 2, steps: [notifyAt(50), raiseAt(100)] },
          {
            ...common,
            name: 'next-response',
            target: 1,
            start: ['user-wrote'],
            stop: ['technician-wrote'],
            pause: [],
            repeats: true,
            steps: [notifyAt(100)],
          },
        ],
      },
      change,
    );
    await sla.addPolicy(
      {
        ...named,
        key: 'unhurried',
        calendar: 'never',
        clocks: [{ ...answer, target: 8, steps: [notifyAt(10), raiseAt(100)] }],
      },
      change,
    );
    const promise = { channel: 'quick', countsFrom };
    await sla.addPromise({ ...promise, priority: 'normal', policy: 'seconds' }, change);
    await sla.addPromise({ ...promise, priority: 'low', policy: 'unhurried' }, change);
  }, 60_000);
  afterAll(() => desk.close());

  async function begun(priority: Priority = 'normal'): Promise<string> {
    const id = randomUUID();
    const device = { id: randomUUID(), kind: 'helper' } as const;
    const command = requestOf(id, { channel: 'quick', priority, device, assignee: 'ana' });
    const actor = { kind: 'user' } as const;
    await desk.commands.send(id, { id: randomUUID(), actor, grant: null, command });
    return id;
  }
  const steps = async (id: string) => {
    const events = await desk.record.events(id);
    return events.filter((event) => event.type === 'sla-step');
  };

  const sweep = () =>
    sweepClocks({ db: desk.database.app, care: desk.care, client: desk.client.workflow });

  it('are taken when they fall due, never before, and each once', async () => {
    const since = new Date();
    const ids = await Promise.all(Array.from({ length: 20 }, () => begun()));
    await until('the steps are taken', async () =>
      (await Promise.all(ids.map(steps))).every((taken) => taken.length === 2),
    );
    const taken = (await Promise.all(ids.map(steps))).flat();
    expect(taken.every(({ at, dueAt }) => at >= dueAt)).toBeTrue();
    const late = taken.map(({ at, dueAt }) => at - dueAt).sort((one, other) => one - other);
    expect(await stepLateness(desk.database.app, since)).toEqual({
      ...{ steps: 40, p50Ms: late[19] ?? null, p99Ms: late[39] ?? null, mostMs: late[39] ?? null },
    });
    for (const id of ids) {
      expect((await steps(id)).map(({ percent }) => percent)).toEqual([50, 100]);
      expect((await desk.record.find(id))?.level).toBe(2);
    }
  }, 30_000);

  it('wait while the clock is paused, and are not taken a second time after it', async () => {
    // There is time between their steps, so that the word comes after the first and before the second.
    const [id, other] = [await begun('low'), await begun('low')];
    await until('the steps are taken', async () => (await steps(id)).length === 1);
    const by = { actor: { kind: 'technician', key: 'ana' }, grant: null } as const;
    const hold = { type: 'hold', reason: 'waiting-user' } as const;
    await desk.commands.send(id, { ...by, id: randomUUID(), command: hold });
    // Whoever was not held has come to the end by then.
    await until('the other is there', async () => (await steps(other)).length === 2);
    expect((await steps(id)).length).toBe(1);
    await desk.commands.send(id, { ...by, id: randomUUID(), command: { type: 'resume' } });
    await until('the steps are taken', async () => (await steps(id)).length === 2);
    expect((await steps(id)).map(({ percent }) => percent)).toEqual([10, 100]);
  }, 60_000);

  it('come of a turn in the chat too, which the workflow was not told of and takes over with the next command', async () => {
    const id = await begun();
    await until('the steps are taken', async () => (await steps(id)).length === 2);
    const messages = new MessageStore(desk.database.app, new LiveBell(desk.database.app));
    const text = 'Is anybody there?';
    await messages.add({ id: randomUUID(), sessionId: id, technician: null, grant: null, text });
    await until('the steps are taken', async () => {
      await sweep();
      return (await steps(id)).length === 3;
    });
    expect((await steps(id)).at(-1)).toEqual(
      jasmine.objectContaining({
        clock: 'next-response',
        turn: 1,
        percent: 100,
        by: { kind: 'desk', rule: 'sla' },
      }),
    );
    const hold = { type: 'hold', reason: 'scheduled' } as const;
    const by = { actor: { kind: 'technician', key: 'ana' }, grant: null } as const;
    await desk.commands.send(id, { ...by, id: randomUUID(), command: hold });
    expect((await desk.record.find(id))?.hold).toBe('scheduled');
  }, 30_000);

  it('are taken each once while no workflow is there to be woken', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => begun()));
    const workflow = (id: string) => desk.client.workflow.getHandle(workflowIdOf(id));
    await Promise.all(ids.map((id) => workflow(id).terminate('Its timer never comes.')));
    await until('the steps are taken', async () => {
      await sweep();
      return (await Promise.all(ids.map(steps))).every((taken) => taken.length === 2);
    });
    const [id = ''] = ids;
    await sweep();
    expect((await steps(id)).map(({ percent }) => percent)).toEqual([50, 100]);
    expect((await desk.record.find(id))?.level).toBe(2);
  }, 30_000);
});
