import type { Envelope } from '../contract.js';
import type { SessionEventType } from '../domain/session/events.js';
import { openQueue } from '../domain/routing/channel-routing.js';
import type { StaffMember } from '../domain/routing/staff.js';
import { terms } from '../domain/session/story-testing.js';
import {
  appendOf,
  envelopeOf,
  requestOf,
  situationWith,
  technician,
  user,
} from './commands-testing.js';
import { FakePorts } from './fake-ports-testing.js';
import { WorkflowEnvironment } from './workflow-environment-testing.js';

describe('The workflow of a session', () => {
  let ports: FakePorts;
  let desk: WorkflowEnvironment;

  beforeAll(async () => {
    ports = new FakePorts();
    desk = await WorkflowEnvironment.open(ports);
  }, 60_000);
  afterAll(() => desk.close());

  const scopes = ['view', 'control'] as const;
  const join = () =>
    envelopeOf({ type: 'join-device', deviceId: 'a-device', kind: 'helper' }, user);
  const start = (questionId: string) => envelopeOf({ type: 'start', questionId, scopes });
  const grant = (questionId: string) =>
    envelopeOf({ type: 'consent', answer: 'grant', questionId, scopes }, user);
  const close = () => envelopeOf({ type: 'close', outcome: 'solved', remark: null });
  const device = (type: 'lose-device' | 'return-device') => envelopeOf({ type }, user);

  async function invited(): Promise<string> {
    const id = crypto.randomUUID();
    expect(await desk.startWith(id, 'request', envelopeOf(requestOf(id)))).toEqual({ sequence: 1 });
    return id;
  }

  async function ready(): Promise<string> {
    const id = await invited();
    await desk.send(id, 'device', join());
    return id;
  }

  async function active(): Promise<string> {
    const id = await ready();
    await desk.send(id, 'start', start('first'));
    await desk.send(id, 'consent', grant('first'));
    expect(ports.sessionOf(id)?.state).toBe('active');
    return id;
  }

  const typesOf = (id: string): readonly SessionEventType[] =>
    ports.eventsOf(id).map(({ type }) => type);

  it('lives a whole session within 60 events and 40 KB of history', async () => {
    const id = crypto.randomUUID();
    await desk.startWith(id, 'request', envelopeOf(requestOf(id, { assignee: null })));
    await desk.send(id, 'device', join());
    await desk.send(id, 'claim', envelopeOf({ type: 'claim' }));
    await desk.send(id, 'start', start('first'));
    await desk.send(id, 'consent', grant('first'));
    const transfer = {
      type: 'transfer',
      channel: 'finance',
      assignee: 'elena',
      note: null,
    } as const;
    await desk.handle(id).signal('transfer', envelopeOf(transfer));
    await desk.send(id, 'close', close());
    await desk.handle(id).result();

    expect(typesOf(id)).toEqual([
      'requested',
      'device-joined',
      'claimed',
      'answered',
      'consent-asked',
      'consent-granted',
      'connected',
      'driver-changed',
      'transferred',
      'driver-changed',
      'closed',
    ]);
    const { events, bytes } = await desk.history(id);
    expect(events).toBeLessThanOrEqual(60);
    expect(bytes).toBeLessThanOrEqual(40_960);
  });

  it('adds nothing to its history while an hour passes in a running session', async () => {
    const id = await active();
    const before = await desk.history(id);
    await desk.pass(3_600_000);
    expect(await desk.history(id)).toEqual(before);
  });

  it('refuses what the state does not allow, and records nothing', async () => {
    const id = await ready();
    expect(await desk.send(id, 'hold', envelopeOf({ type: 'resume' }))).toBe('not-on-hold');
    expect(await desk.send(id, 'consent', grant('never-asked'))).toBe('question-unknown');
    expect(typesOf(id)).toEqual(['requested', 'device-joined']);
  });

  it('expires when nobody starts it in time, and ends', async () => {
    const id = await ready();
    await desk.pass(requestOf(id).lifetimeMs + 1_000);
    await desk.handle(id).result();
    expect(ports.sessionOf(id)?.state).toBe('expired');
    expect(ports.eventsOf(id).at(-1)?.by).toEqual({ kind: 'desk', rule: 'deadline' });
  });

  it('takes no answer in time for a no', async () => {
    const id = await ready();
    await desk.send(id, 'start', start('first'));
    await desk.pass(terms.consentTimeoutMs + 1_000);
    expect(ports.sessionOf(id)?.consent.status).toBe('refused');
    expect(await desk.send(id, 'consent', grant('first'))).toBe('question-unknown');
  });

  it('waits for a lost device and goes on when it returns', async () => {
    const id = await active();
    await desk.send(id, 'device', device('lose-device'));
    await desk.pass(terms.reconnectGraceMs / 2);
    await desk.send(id, 'device', device('return-device'));
    await desk.pass(terms.reconnectGraceMs);
    expect(ports.sessionOf(id)?.state).toBe('active');
    expect(ports.ended).not.toContain(id);
  });

  it('falls back to ready when a lost device stays away, and ends the room', async () => {
    const id = await active();
    await desk.send(id, 'device', device('lose-device'));
    await desk.pass(terms.reconnectGraceMs + 1_000);
    expect(ports.sessionOf(id)).toEqual(
      jasmine.objectContaining({ state: 'ready', connection: 'absent' }),
    );
    expect(ports.ended).toContain(id);
  });

  it('ends the room as soon as the user takes back the view', async () => {
    const id = await active();
    const withdrawal = { type: 'consent', answer: 'withdraw', scopes: ['view'] } as const;
    await desk.send(id, 'consent', envelopeOf(withdrawal, user));
    expect(ports.ended).toContain(id);
  });

  it('answers a repeated command with the same outcome and does it once', async () => {
    const id = await ready();
    const hold = envelopeOf({ type: 'hold', reason: 'waiting-user' });
    const answers = [await desk.send(id, 'hold', hold), await desk.send(id, 'hold', hold)];
    expect(answers).toEqual([{ sequence: 3 }, { sequence: 3 }]);
    expect(typesOf(id).filter((type) => type === 'held').length).toBe(1);
  });

  it('lets one of many claim', async () => {
    const id = crypto.randomUUID();
    await desk.startWith(id, 'request', envelopeOf(requestOf(id, { assignee: null })));
    const keys = ['ana', 'bruno', 'carla', 'davi'];
    const answers = await Promise.all(
      keys.map((key) => desk.send(id, 'claim', envelopeOf({ type: 'claim' }, technician(key)))),
    );
    expect(answers.filter((answer) => answer === 'already-claimed').length).toBe(3);
    expect(typesOf(id)).toEqual(['requested', 'claimed']);
  });

  it('takes over what the record had and it did not, and decides again', async () => {
    const id = await ready();
    await behindItsBack(id, { type: 'wrote', side: 'user' });
    const hold = envelopeOf({ type: 'hold', reason: 'scheduled' });
    expect(await desk.send(id, 'hold', hold)).toEqual({ sequence: 4 });
    expect(typesOf(id)).toEqual(['requested', 'device-joined', 'user-wrote', 'held']);
  });

  it('takes its own command for done when the record has it already', async () => {
    const id = await ready();
    const hold = envelopeOf({ type: 'hold', reason: 'scheduled' });
    await behindItsBack(id, hold.command, hold.id);
    expect(await desk.send(id, 'hold', hold)).toEqual({ sequence: 3 });
    expect(typesOf(id)).toEqual(['requested', 'device-joined', 'held']);
    expect(await desk.send(id, 'hold', envelopeOf({ type: 'resume' }))).toEqual({ sequence: 4 });
  });

  it('ignores a signal that the state refuses', async () => {
    const id = await ready();
    const transfer = { type: 'transfer', channel: 'general', assignee: 'ana', note: null } as const;
    await desk.handle(id).signal('transfer', envelopeOf(transfer));
    await desk.handle(id).signal('escalate', envelopeOf({ type: 'escalate', reason: 'stuck' }));
    await desk.send(id, 'hold', envelopeOf({ type: 'hold', reason: 'scheduled' }));
    expect(typesOf(id)).toEqual(['requested', 'device-joined', 'escalated', 'held']);
  });

  it('passes over a signal that is not whole or that the desk does not admit, and goes on', async () => {
    const id = await active();
    const handle = desk.handle(id);
    const transfer = {
      type: 'transfer',
      channel: 'finance',
      assignee: 'elena',
      note: null,
    } as const;
    for (const raised of [
      undefined,
      {},
      { ...envelopeOf(transfer), command: { type: 'transfer' } },
    ]) {
      await handle.signal('transfer', raised);
    }
    ports.admission = () => ({ kind: 'refused', because: 'technician-not-of-channel' });
    await handle.signal('transfer', envelopeOf(transfer));
    await desk.send(id, 'hold', envelopeOf({ type: 'hold', reason: 'scheduled' }));
    expect(typesOf(id).slice(-2)).toEqual(['driver-changed', 'held']);
    ports.admission = () => ({ kind: 'admitted', grant: null, askable: ['view'] });
    await handle.signal('transfer', envelopeOf(transfer));
    await desk.send(id, 'hold', envelopeOf({ type: 'resume' }));
    expect(ports.sessionOf(id)).toEqual(jasmine.objectContaining({ assignee: 'elena' }));
    expect(ports.sessionOf(id)?.consent.granted).toEqual(['view']);
    await desk.send(id, 'close', close());
  });

  it('is started again from the fold when it is opened again', async () => {
    const id = await active();
    await desk.send(id, 'close', close());
    await desk.handle(id).result();
    const closed = ports.sessionOf(id);
    const reopen = envelopeOf({ type: 'reopen' });
    expect(await desk.startWith(id, 'reopen', reopen, closed)).toEqual(
      jasmine.objectContaining({ sequence: (closed?.sequence ?? 0) + 1 }),
    );
    expect(ports.sessionOf(id)?.state).toBe('ready');
    await desk.send(id, 'close', close());
    await desk.handle(id).result();
  });

  it('ends again when it was started to be opened again and may not be', async () => {
    const id = await invited();
    await desk.send(id, 'close', close());
    await desk.handle(id).result();
    const reopen = envelopeOf({ type: 'reopen' });
    expect(await desk.startWith(id, 'reopen', reopen, ports.sessionOf(id))).toBe('device-absent');
    await desk.handle(id).result();
    expect(ports.sessionOf(id)?.state).toBe('closed');
  });

  it('goes on from the fold with its deadlines', async () => {
    const id = await ready();
    await desk.handle(id).terminate('lost');
    const hold = envelopeOf({ type: 'hold', reason: 'scheduled' });
    await desk.startWith(id, 'hold', hold, ports.sessionOf(id));
    await desk.pass(requestOf(id).lifetimeMs + 1_000);
    expect(ports.sessionOf(id)?.state).toBe('expired');
  });

  async function behindItsBack(
    id: string,
    command: Envelope['command'],
    commandId: string = crypto.randomUUID(),
  ): Promise<void> {
    await ports.appendEvents(appendOf(id, ports.sessionOf(id), command, commandId));
  }

  describe('that nobody answers for', () => {
    afterEach(() => {
      ports.situation = null;
    });

    async function queued(): Promise<string> {
      const id = crypto.randomUUID();
      await desk.startWith(id, 'request', envelopeOf(requestOf(id, { assignee: null })));
      await desk.send(id, 'device', join());
      return id;
    }

    const offerOf = (id: string) => ports.sessionOf(id)?.offer?.technician ?? null;

    it('is offered to one after the other, each for a minute, and to nobody twice', async () => {
      ports.situation = situationWith('bruno', 'elena');
      const id = await queued();
      await desk.pass(1_000);
      expect(offerOf(id)).toBe('bruno');
      await desk.pass(60_000);
      expect(offerOf(id)).toBe('elena');
      await desk.send(id, 'decline', envelopeOf({ type: 'decline' }, technician('elena')));
      await desk.pass(1_000);
      expect(offerOf(id)).toBeNull();
      expect(ports.sessionOf(id)?.tier).toBe(1);
      await desk.send(id, 'claim', envelopeOf({ type: 'claim' }));
      await desk.send(id, 'close', close());
      expect(typesOf(id).filter((type) => type === 'offered').length).toBe(2);
    });

    it('is offered to who comes free, once somebody tells the desk to look again', async () => {
      const nobody = situationWith('bruno');
      ports.situation = { ...nobody, staff: nobody.staff.map((one) => ({ ...one, load: 3 })) };
      const id = await queued();
      await desk.pass(1_000);
      expect(offerOf(id)).toBeNull();
      ports.situation = nobody;
      await desk.handle(id).signal('lookAgain');
      await desk.pass(1_000);
      expect(offerOf(id)).toBe('bruno');
      await desk.send(id, 'close', close());
    });

    it('is raised by a rule when its time has come, once, though others ask meanwhile', async () => {
      ports.situation = { ...situationWith(), staff: situationWith('otto').staff.map(isAway) };
      const id = await queued();
      await desk.pass(1_790_000);
      expect(ports.sessionOf(id)?.level).toBe(1);
      await desk.pass(20_000);
      await desk.handle(id).signal('lookAgain');
      await desk.pass(3_600_000);
      expect(ports.sessionOf(id)?.level).toBe(2);
      expect(ports.sessionOf(id)?.escalations).toEqual(['unclaimed']);
      await desk.send(id, 'close', close());
    });

    it('is looked after once while nothing changes, and no more when somebody has it', async () => {
      ports.situation = { ...situationWith('bruno'), routing: openQueue };
      const id = await queued();
      await desk.pass(600_000);
      await desk.send(id, 'claim', envelopeOf({ type: 'claim' }));
      await desk.pass(600_000);
      expect(ports.looks.filter((one) => one === id).length).toBe(1);
      await desk.send(id, 'close', close());
    });
  });

  it('goes back to who handed it over when nobody accepts in time', async () => {
    const id = await active();
    const offer = { warm: false, withinMs: 120_000 } as const;
    const transfer = {
      type: 'transfer',
      channel: 'finance',
      assignee: 'elena',
      note: null,
    } as const;
    await desk.handle(id).signal('transfer', envelopeOf({ ...transfer, offer }));
    await desk.pass(1_000);
    expect(ports.sessionOf(id)?.assignee).toBe('elena');
    await desk.pass(120_000);
    expect(ports.sessionOf(id)).toEqual(
      jasmine.objectContaining({ assignee: 'ana', channel: 'general', state: 'active' }),
    );
    await desk.send(id, 'close', close());
  });

  it('lets two guests go whose time is over at the same instant', async () => {
    const id = await active();
    const guest = { actions: ['session.view'], until: (await desk.now()) + 60_000 } as const;
    for (const key of ['elena', 'farid']) {
      const invite = { type: 'invite-collaborator', technician: key, guest } as const;
      await desk.send(id, 'collaborate', envelopeOf(invite));
    }
    await desk.pass(61_000);
    expect(ports.sessionOf(id)?.collaborators).toEqual([]);
    await desk.send(id, 'close', close());
  });
});

function isAway(member: StaffMember): StaffMember {
  return { ...member, available: false };
}
