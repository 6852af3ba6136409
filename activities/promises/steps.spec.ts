import { randomUUID } from 'node:crypto';
import { workflowIdOf } from '../../workflows/contract.js';
import { requestOf } from '../../workflows/support-session/commands-testing.js';
import { until } from '../../workflows/until-testing.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { rowsOf } from '../store/database.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { MessageStore } from '../store/sessions/message-store.js';
import { sweepClocks } from '../upkeep/clock-sweep.js';
import { SlaConfiguration } from './sla-configuration.js';
import { stepLateness } from './step-lateness.js';

const change = {
  actor: { kind: 'technician', key: 'julia' },
  action: 'sla.configure',
  revision: 'a-revision',
} as const;

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
    await sla.addPolicy(
      {
        ...named,
        key: 'seconds',
        calendar: 'never',
        clocks: [
          {
            ...common,
            name: 'first-response',
            target: 2,
            start: ['requested'],
            stop: ['answered'],
            pause: ['waiting-user'],
            repeats: false,
            steps: [
              { percent: 50, action: 'notify', channel: null },
              { percent: 100, action: 'raise', channel: null },
            ],
          },
          {
            ...common,
            name: 'next-response',
            target: 1,
            start: ['user-wrote'],
            stop: ['technician-wrote'],
            pause: [],
            repeats: true,
            steps: [{ percent: 100, action: 'notify', channel: null }],
          },
        ],
      },
      change,
    );
    const promise = {
      channel: 'quick',
      priority: 'normal',
      policy: 'seconds',
      countsFrom,
    } as const;
    await sla.addPromise(promise, change);
  }, 60_000);
  afterAll(() => desk.close());

  async function begun(): Promise<string> {
    const id = randomUUID();
    const device = { id: randomUUID(), kind: 'helper' } as const;
    const command = requestOf(id, { channel: 'quick', device, assignee: 'ana' });
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
    const ids = await Promise.all(Array.from({ length: 20 }, begun));
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
    const [id, other] = [await begun(), await begun()];
    await until('the steps are taken', async () => (await steps(id)).length === 1);
    const by = { actor: { kind: 'technician', key: 'ana' }, grant: null } as const;
    const hold = { type: 'hold', reason: 'waiting-user' } as const;
    await desk.commands.send(id, { ...by, id: randomUUID(), command: hold });
    // Whoever was not held has come to the end by then.
    await until('the other is there', async () => (await steps(other)).length === 2);
    expect((await steps(id)).length).toBe(1);
    await desk.commands.send(id, { ...by, id: randomUUID(), command: { type: 'resume' } });
    await until('the steps are taken', async () => (await steps(id)).length === 2);
    expect((await steps(id)).map(({ percent }) => percent)).toEqual([50, 100]);
  }, 30_000);

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
    const ids = await Promise.all(Array.from({ length: 20 }, begun));
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
