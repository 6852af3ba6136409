import type { Envelope } from '../contract.js';
import type { SessionCommand } from '../domain/session/commands.js';
import type { Actor } from '../domain/session/vocabulary.js';
import {
  appendOf,
  envelopeOf,
  requestOf,
  situationWith,
  technician,
  user,
} from '../support-session/commands-testing.js';
import type { FakePorts } from '../support-session/fake-ports-testing.js';
import type { WorkflowEnvironment } from '../support-session/workflow-environment-testing.js';

/** Where a life is lived: a session's workflow on a real server, with its record in memory. */
export interface Stage {
  readonly id: string;
  readonly desk: WorkflowEnvironment;
  readonly ports: FakePorts;
}

/** Lives of sessions whose histories every later version must replay, each by its name. */
export const lives: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async 'whole-session'(stage) {
    await begin(stage, null);
    await send(stage, 'device', { type: 'open-link' }, user);
    await join(stage);
    await send(stage, 'claim', { type: 'claim' });
    await connect(stage);
    await signal(stage, 'transfer', { ...toFinance, assignee: 'elena' });
    await close(stage);
  },
  async raised(stage) {
    await begin(stage, 'ana');
    await join(stage);
    stage.ports.admission = ({ command }) =>
      command.type === 'transfer' && command.assignee === 'nobody'
        ? { kind: 'refused', because: 'technician-not-of-channel' }
        : { kind: 'admitted', grant: null, askable: ['view'] };
    await signal(stage, 'transfer', { ...toFinance, assignee: 'nobody' });
    await connect(stage);
    await signal(stage, 'transfer', { ...toFinance, assignee: 'elena' });
    await signal(stage, 'escalate', { type: 'escalate', reason: null });
    await close(stage);
  },
  async 'every-command'(stage) {
    await begin(stage, 'ana');
    await join(stage);
    await send(stage, 'hold', { type: 'hold', reason: 'waiting-user' });
    await send(stage, 'hold', { type: 'resume' });
    await connect(stage);
    await send(
      stage,
      'consent',
      { type: 'consent', answer: 'withdraw', scopes: ['control'] },
      user,
    );
    await send(stage, 'disconnect', { type: 'disconnect' });
    await send(stage, 'escalateNow', { type: 'escalate', reason: 'too hard for level 1' });
    await signal(stage, 'escalate', { type: 'escalate', reason: null });
    await send(stage, 'transferNow', { ...toFinance, assignee: null });
    await send(stage, 'close', { type: 'abandon' }, user);
  },
  async expired(stage) {
    await begin(stage, 'ana');
    await stage.desk.pass(requestOf(stage.id).lifetimeMs + 1_000);
  },
  async 'question-without-answer'(stage) {
    await begin(stage, 'ana');
    await join(stage);
    await send(stage, 'start', { type: 'start', questionId: 'first', scopes: ['view'] });
    await stage.desk.pass(31_000);
    await close(stage);
  },
  async 'device-lost-and-back'(stage) {
    await begin(stage, 'ana');
    await join(stage);
    await connect(stage);
    await send(stage, 'device', { type: 'lose-device' }, user);
    await send(stage, 'device', { type: 'return-device' }, user);
    await send(stage, 'device', { type: 'lose-device' }, user);
    await stage.desk.pass(61_000);
    await close(stage);
  },
  async 'overtaken-by-the-record'(stage) {
    const { id, ports } = stage;
    await begin(stage, 'ana');
    await join(stage);
    await ports.appendEvents(appendOf(id, ports.sessionOf(id), { type: 'wrote', side: 'user' }));
    await close(stage);
  },
  async reopened(stage) {
    const { id, desk, ports } = stage;
    await begin(stage, 'ana');
    await join(stage);
    await close(stage);
    await desk.handle(id).result();
    await desk.startWith(id, 'reopen', envelopeOf({ type: 'reopen' }), ports.sessionOf(id));
    await close(stage);
  },
  async routed(stage) {
    stage.ports.situation = situationWith('bruno', 'elena');
    try {
      await begin(stage, null);
      await join(stage);
      await stage.desk.pass(61_000);
      await send(stage, 'decline', { type: 'decline' }, technician('elena'));
      await stage.desk.handle(stage.id).signal('lookAgain');
      await send(stage, 'claim', { type: 'claim' });
      await close(stage);
    } finally {
      stage.ports.situation = null;
    }
  },
  async 'handed-over'(stage) {
    const warm = { warm: true, withinMs: 60_000 } as const;
    await begin(stage, 'ana');
    await join(stage);
    await connect(stage);
    await send(stage, 'transferNow', { ...toFinance, assignee: 'elena', offer: warm });
    await send(stage, 'claim', { type: 'claim' }, technician('elena'));
    const cold = { warm: false, withinMs: 60_000 } as const;
    await send(stage, 'transferNow', { ...toFinance, assignee: null, offer: cold, group: 'night' });
    await stage.desk.pass(61_000);
    await close(stage);
  },
  async shared(stage) {
    const guest = { actions: ['session.view'], until: Date.now() + 365 * 86_400_000 } as const;
    await begin(stage, 'ana');
    await join(stage);
    await connect(stage);
    const invite = { type: 'invite-collaborator', technician: 'bruno', guest: null } as const;
    await send(stage, 'collaborate', invite);
    await send(stage, 'collaborate', { ...invite, technician: 'elena', guest });
    await send(stage, 'collaborate', { type: 'join' }, technician('bruno'));
    await send(stage, 'collaborate', { type: 'give-mouse', technician: 'bruno' });
    await send(stage, 'collaborate', { type: 'leave', technician: 'bruno' });
    await send(stage, 'collaborate', { type: 'take-over' }, technician('bruno'));
    await close(stage);
  },
  async promised(stage) {
    const { id, desk, ports } = stage;
    await begin(stage, 'ana');
    const asked = ports.sessionOf(id)?.requestedAt ?? 0;
    const step = { clock: 'first-answer', turn: 1, channel: null } as const;
    ports.steps = [
      { ...step, percent: 75, action: 'notify', at: asked + 60_000 },
      { ...step, percent: 100, action: 'raise', at: asked + 120_000 },
    ];
    await join(stage);
    await desk.pass(61_000);
    await send(stage, 'retarget', { type: 'retarget', clock: 'first-answer', target: 600 });
    await desk.handle(id).signal('clocks');
    await desk.pass(61_000);
    await close(stage);
  },
  async 'by-code'(stage) {
    const device = { id: 'a-device', kind: 'helper' } as const;
    const asked = requestOf(stage.id, { origin: 'code', device, assignee: 'ana' });
    await stage.desk.startWith(stage.id, 'request', envelopeOf(asked));
    await connect(stage);
    await send(stage, 'device', { type: 'lose-device' }, user);
    await send(stage, 'close', { type: 'abandon' }, user);
  },
};

const toFinance = {
  type: 'transfer',
  channel: 'finance',
  note: 'An invoice will not open',
} as const;

async function begin({ id, desk }: Stage, assignee: string | null): Promise<void> {
  await desk.startWith(id, 'request', envelopeOf(requestOf(id, { assignee })));
}

async function join(stage: Stage): Promise<void> {
  await send(stage, 'device', { type: 'join-device', deviceId: 'a-device', kind: 'helper' }, user);
}

async function connect(stage: Stage): Promise<void> {
  const scopes = ['view', 'control'] as const;
  await send(stage, 'start', { type: 'start', questionId: 'first', scopes });
  const grant = { type: 'consent', answer: 'grant', questionId: 'first', scopes } as const;
  await send(stage, 'consent', grant, user);
}

async function close(stage: Stage): Promise<void> {
  await send(stage, 'close', { type: 'close', outcome: 'solved', remark: 'It prints again' });
}

async function send(
  { id, desk }: Stage,
  update: string,
  command: SessionCommand,
  actor?: Actor,
): Promise<void> {
  const answer = await desk.send(id, update, envelopeOf(command, actor));
  if (typeof answer === 'string') throw new Error(`${command.type} was refused: ${answer}`);
}

async function signal({ id, desk }: Stage, name: string, command: SessionCommand): Promise<void> {
  const envelope: Envelope = envelopeOf(command);
  await desk.handle(id).signal(name, envelope);
}
