import { Client, Connection } from '@temporalio/client';
import { workflowIdOf } from '../../workflows/contract.js';
import type { Session } from '../../workflows/domain/session/session.js';
import {
  appendOf,
  envelopeOf,
  requestOf,
  technician,
  user,
} from '../../workflows/support-session/commands-testing.js';
import { until } from '../../workflows/until-testing.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { rowsOf } from '../store/database.js';
import { DeviceStore } from '../store/device-store.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { proveRows } from '../record/prove-rows.js';
import { sweepPresence } from '../upkeep/presence-sweep.js';
import { reconcile } from '../upkeep/reconcile.js';
import { DeskUnreachableError, RefusedError } from './command-errors.js';
import { SessionCommands } from './session-commands.js';
import type { SendableCommand } from './update-of.js';

describe('Commands to sessions', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk();
  }, 60_000);
  afterAll(() => desk.close(), 30_000);

  const scopes = ['view', 'control'] as const;
  const joined = { type: 'join-device', deviceId: crypto.randomUUID(), kind: 'helper' } as const;
  const closing = { type: 'close', outcome: 'solved', remark: null } as const;

  const send = (id: string, command: SendableCommand, actor = technician('ana')) =>
    desk.commands.send(id, envelopeOf(command, actor));

  async function row(id: string): Promise<Session> {
    const session = await desk.record.find(id);
    if (!session) throw new Error('There is no such row.');
    return session;
  }

  async function invited(assignee: string | null = 'ana'): Promise<string> {
    const id = crypto.randomUUID();
    await send(id, requestOf(id, { assignee }));
    return id;
  }

  async function ready(): Promise<string> {
    const id = await invited();
    await send(id, { ...joined, deviceId: crypto.randomUUID() }, user);
    return id;
  }

  const handle = (id: string) => desk.client.workflow.getHandle(workflowIdOf(id));

  async function historyOf(id: string): Promise<{ events: number; bytes: number }> {
    const { historyLength, historySize } = await handle(id).describe();
    return { events: historyLength, bytes: historySize ?? 0 };
  }

  async function repairsOf(id: string): Promise<readonly unknown[]> {
    const statement =
      "select action from audit_entries where session_id = :id and kind = 'repair' order by id";
    const rows = await rowsOf<{ action: string }>(desk.database.app, statement, { id });
    return rows.map(({ action }) => action);
  }

  it('are in the row by the time they are answered', async () => {
    const id = await invited();
    expect(await desk.record.find(id)).toEqual(jasmine.objectContaining({ sequence: 1 }));
    const { sequence } = await send(id, joined, user);
    expect(await row(id)).toEqual(jasmine.objectContaining({ sequence, state: 'ready' }));
  });

  it('make a whole session with at most 60 history events and 40 KB', async () => {
    const id = await invited(null);
    await send(id, { type: 'open-link' }, user);
    await send(id, joined, user);
    await send(id, { type: 'claim' });
    await send(id, { type: 'start', questionId: 'first', scopes });
    await send(id, { type: 'consent', answer: 'grant', questionId: 'first', scopes }, user);
    const transfer = {
      type: 'transfer',
      channel: 'finance',
      assignee: 'elena',
      note: null,
    } as const;
    await send(id, transfer);
    await send(id, closing, technician('elena'));
    await handle(id).result();
    const { events, bytes } = await historyOf(id);
    expect(events).toBeLessThanOrEqual(60);
    expect(bytes).toBeLessThanOrEqual(40_960);
    expect(desk.endedRooms).toContain(id);
  });

  it('leave neither history nor rows where the state refuses them', async () => {
    const id = await ready();
    const before = await historyOf(id);
    await expectAsync(send(id, { type: 'resume' })).toBeRejectedWithError(RefusedError);
    await expectAsync(send(id, { type: 'disconnect' })).toBeRejectedWithError(RefusedError);
    expect(await historyOf(id)).toEqual(before);
    expect((await desk.record.events(id)).length).toBe(2);
  });

  it('say who was faster', async () => {
    const id = await invited(null);
    await send(id, { type: 'claim' }, technician('bruno'));
    const late = send(id, { type: 'claim' });
    await expectAsync(late).toBeRejectedWith(
      jasmine.objectContaining({ refusal: { refused: 'already-claimed', about: 'bruno' } }),
    );
  });

  it('can be sent twice under one id, even when the state has moved on', async () => {
    const id = await invited(null);
    const claim = envelopeOf({ type: 'claim' } as const);
    const first = await desk.commands.send(id, claim);
    await send(id, joined, user);
    expect(await desk.commands.send(id, claim)).toEqual(first);
  });

  it('that were stored before their answer was lost are answered as done', async () => {
    const id = await invited(null);
    const claim = envelopeOf({ type: 'claim' } as const);
    await desk.record.append(appendOf(id, await row(id), claim.command, claim.id));
    await send(id, { type: 'hold', reason: 'scheduled' });
    expect(await desk.commands.send(id, claim)).toEqual({ sequence: 2 });
  });

  it('reach a workflow that has not heard of what the record has', async () => {
    const id = await invited(null);
    await send(id, joined, user);
    const claim = envelopeOf({ type: 'claim' } as const);
    await desk.record.append(appendOf(id, await row(id), claim.command, claim.id));
    await send(id, { type: 'start', questionId: 'asked', scopes });
    expect((await row(id)).consent).toEqual(
      jasmine.objectContaining({ question: jasmine.objectContaining({ id: 'asked' }) }),
    );
  });

  it('reach a session that has ended without its workflow’s knowing', async () => {
    const id = await ready();
    const close = envelopeOf(closing);
    await desk.record.append(appendOf(id, await row(id), close.command, close.id));
    await send(id, { type: 'reopen' });
    expect(await row(id)).toEqual(jasmine.objectContaining({ state: 'ready' }));
  });

  it('to a session that never was are refused without a trace', async () => {
    const id = crypto.randomUUID();
    await expectAsync(send(id, { type: 'claim' })).toBeRejectedWith(
      jasmine.objectContaining({ refusal: { refused: 'session-unknown', about: null } }),
    );
    await expectAsync(handle(id).describe()).toBeRejected();
  });

  it('to a closed session are refused, until it is opened again from its row', async () => {
    const id = await ready();
    await send(id, closing);
    await expectAsync(send(id, { type: 'claim' })).toBeRejectedWith(
      jasmine.objectContaining({ refusal: { refused: 'session-ended', about: null } }),
    );
    await send(id, { type: 'reopen' });
    expect((await row(id)).state).toBe('ready');
    await send(id, { type: 'hold', reason: 'scheduled' });
    expect(await repairsOf(id)).toEqual([]);
  });

  it('bring back a workflow that was lost, and the audit says so', async () => {
    const id = await ready();
    await handle(id).terminate('lost');
    await send(id, { type: 'hold', reason: 'scheduled' });
    expect((await row(id)).hold).toBe('scheduled');
    expect(await repairsOf(id)).toEqual(['workflow-started-from-row']);
  });

  it('fail within their time when nobody works, but a request is kept', async () => {
    const { client, record } = desk;
    const lonely = new SessionCommands({
      client: client.workflow,
      taskQueue: 'nobody-is-here',
      record,
      withinMs: 500,
    });
    const id = crypto.randomUUID();
    expect(await lonely.send(id, envelopeOf(requestOf(id)))).toEqual({ sequence: 1 });
    expect((await row(id)).state).toBe('waiting');
    const late = lonely.send(id, envelopeOf(closing));
    await expectAsync(late).toBeRejectedWithError(DeskUnreachableError);
    await handle(id).terminate('Its worker will never come.');
    await send(id, closing);
  });

  it('keep a request while Temporal is away, and the next command starts its workflow', async () => {
    const failed: unknown[] = [];
    const connection = Connection.lazy({ address: '127.0.0.1:1' });
    const cutOff = new SessionCommands({
      client: new Client({ connection }).workflow,
      taskQueue: 'nobody-is-here',
      record: desk.record,
      withinMs: 500,
      onStartFailed: (error) => failed.push(error),
    });
    const id = crypto.randomUUID();
    expect((await cutOff.begin(id, envelopeOf(requestOf(id)))).state).toBe('waiting');
    await cutOff.settled();
    await connection.close();
    expect(failed).toEqual([jasmine.any(DeskUnreachableError)]);
    await expectAsync(handle(id).describe()).toBeRejected();
    await send(id, closing);
    expect((await row(id)).state).toBe('closed');
  });

  it('that follow a request at once wait for its workflow, which is no repair', async () => {
    const id = crypto.randomUUID();
    await desk.commands.begin(id, envelopeOf(requestOf(id, { assignee: null })));
    await send(id, { type: 'claim' });
    expect((await row(id)).assignee).toBe('ana');
    expect(await repairsOf(id)).toEqual([]);
  });

  it('begin a session once, however often its request is sent, and start what is missing of it', async () => {
    const id = crypto.randomUUID();
    const request = envelopeOf(requestOf(id));
    const twice = await Promise.all([1, 2].map(() => desk.commands.send(id, request)));
    expect(twice).toEqual([{ sequence: 1 }, { sequence: 1 }]);
    await handle(id).terminate('lost');
    expect(await desk.commands.send(id, request)).toEqual({ sequence: 1 });
    expect((await handle(id).describe()).status.name).toBe('RUNNING');
    expect((await desk.record.events(id)).length).toBe(1);
  });

  it('begin no second session under the name of another', async () => {
    const id = await invited();
    const other = send(id, requestOf(id, { subject: 'Something else' }));
    await expectAsync(other).toBeRejectedWithError(RefusedError);
    expect((await desk.record.events(id)).length).toBe(1);
  });

  it('that are the desk’s own to give are a mistake of whoever sends them, not a desk out of reach', async () => {
    const offer = { type: 'offer', technician: 'ana', tier: 0, withinMs: 1_000 };
    const sent = send(await ready(), offer as unknown as SendableCommand);
    await expectAsync(sent).toBeRejectedWithError(TypeError);
  });

  it('reach each session once, however many come at the same moment', async () => {
    const id = await invited(null);
    const keys = Array.from({ length: 12 }, (_, index) => `technician-${index}`);
    const claims = await Promise.allSettled(
      keys.map((key) => send(id, { type: 'claim' }, technician(key))),
    );
    expect(claims.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await desk.record.events(id)).length).toBe(2);
  });

  describe('and the desk itself', () => {
    it('tell a session that its device went silent, once', async () => {
      const id = await invited();
      const deviceId = crypto.randomUUID();
      const devices = new DeviceStore(desk.database.app, new LiveBell(desk.database.app));
      const info = { system: 'Debian GNU/Linux' };
      const hashes = { keyHash: deviceId, tokenHash: deviceId };
      await send(id, { ...joined, deviceId }, user);
      await devices.admit({ id: deviceId, sessionId: id, ...hashes, kind: 'helper', info });
      await sweepPresence(devices, desk.commands);
      expect((await row(id)).connection).toBe('connected');

      const expire =
        "update devices set lease_until = lease_until - interval '1 hour' where id = :deviceId";
      await rowsOf(desk.database.owner, expire, { deviceId });
      await Promise.all([1, 2].map(() => sweepPresence(devices, desk.commands)));
      expect((await row(id)).connection).toBe('absent');
      expect((await desk.record.events(id)).length).toBe(3);
    });

    it('start missing workflows again and end those that are left over', async () => {
      const lost = await ready();
      await handle(lost).terminate('lost');
      const { database, record, client, commands } = desk;
      await until('the list knows that it is gone', async () => {
        const query = `WorkflowId = '${workflowIdOf(lost)}' and ExecutionStatus = 'Running'`;
        return (await client.workflow.count(query)).count === 0;
      });
      const options = { db: database.app, record, client: client.workflow, commands };
      expect((await reconcile(options)).revived).toBe(1);
      expect((await handle(lost).describe()).status.name).toBe('RUNNING');
      expect(await repairsOf(lost)).toEqual(['workflow-started-from-row']);
      expect((await reconcile(options)).revived).toBe(0);
    });

    it('prove that every row is the fold of its events, and name one that is not', async () => {
      const id = await ready();
      const { app, owner } = desk.database;
      expect((await proveRows(app, null, 1_000)).damaged).toEqual([]);
      const forge = `update sessions set document = jsonb_set(document, '{level}', '3') where id = :id`;
      await rowsOf(owner, forge, { id });
      expect((await proveRows(app, null, 1_000)).damaged).toEqual([id]);
    });
  });
});
