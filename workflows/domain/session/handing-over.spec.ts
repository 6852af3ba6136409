import type { RequestCommand, TransferCommand } from './commands.js';
import { nextDeadline } from './deadline.js';
import { active, ana, begin, bruno, invited, ready, type Story, user } from './story-testing.js';
import type { Actor } from './vocabulary.js';

const minute = 60_000;
const desk: Actor = { kind: 'desk', rule: 'routing' };
const elena: Actor = { kind: 'technician', key: 'elena' };

function transfer(changes: Partial<TransferCommand> = {}): TransferCommand {
  return {
    type: 'transfer',
    channel: 'finance',
    assignee: 'elena',
    note: 'An invoice will not open',
    offer: { warm: true, withinMs: 2 * minute },
    ...changes,
  };
}

const cold = { warm: false, withinMs: 2 * minute } as const;
const typesOf = (story: Story, count: number) => story.events.slice(-count).map(({ type }) => type);

describe('A session that is handed over warmly', () => {
  it('stays with the first until the second is in, and the picture with it', () => {
    const story = active().do(transfer());
    expect(story.session).toEqual(
      jasmine.objectContaining({ assignee: 'ana', channel: 'general', state: 'active' }),
    );
    const { session } = story.do({ type: 'claim' }, elena);
    expect(session).toEqual(
      jasmine.objectContaining({
        assignee: 'elena',
        channel: 'finance',
        state: 'active',
        transfer: null,
      }),
    );
    expect(session.driver.technician).toBe('elena');
    expect(session.consent.granted).toEqual(['view', 'control']);
  });

  it('leaves behind what may not be asked for where it goes, when it gets there', () => {
    const story = active().do(transfer({ askable: ['view', 'files'] }));
    expect(story.session.consent.granted).toEqual(['view', 'control']);
    story.do({ type: 'claim' }, elena);
    expect(story.session.consent).toEqual({
      ...{ status: 'granted', granted: ['view'], question: null },
      narrowed: ['control'],
    });
    expect(story.session.state).toBe('active');
    expect(story.events).toContain(
      jasmine.objectContaining({
        ...{ type: 'consent-withdrawn', scopes: ['control'], reason: 'channel' },
      }),
    );
  });

  it('is accepted by whom it is for, and by nobody else', () => {
    const story = active().do(transfer());
    expect(story.try({ type: 'claim' }, bruno)).toBe('already-claimed');
    expect(story.try({ type: 'claim' }, ana)).toBe('already-claimed');
  });

  it('is accepted by the first of a group or a channel', () => {
    const story = active().do(transfer({ assignee: null, group: 'level-2' }));
    expect(story.session.transfer?.to).toEqual({ kind: 'group', key: 'level-2' });
    story.do({ type: 'claim' }, elena);
    expect(story.try({ type: 'claim' }, bruno)).toBe('already-claimed');
    expect(story.session.channel).toBe('finance');
  });

  it('stays where it is when it is declined, called off or nobody answers', () => {
    for (const [end, by] of [
      [{ type: 'decline' }, elena],
      [{ type: 'call-off-transfer' }, ana],
    ] as const) {
      const story = active().do(transfer()).do(end, by);
      expect(typesOf(story, 1)).toEqual(['transfer-declined']);
      expect(story.session).toEqual(jasmine.objectContaining({ assignee: 'ana', transfer: null }));
    }
    const late = active()
      .do(transfer())
      .after(2 * minute);
    expect(nextDeadline(late.session)).toEqual({
      kind: 'transfer-lapse',
      at: begin + 2 * minute,
    });
    expect(late.try({ type: 'claim' }, elena)).toBe('already-claimed');
  });

  it('is handed over once at a time by people, and by the desk whenever it must', () => {
    const story = active().do(transfer());
    expect(story.try(transfer({ channel: 'stores' }))).toBe('transfer-open');
    story.do(transfer({ channel: 'stores', assignee: null }), desk);
    expect(story.session.transfer?.channel).toBe('stores');
  });
});

describe('A session that is handed over coldly', () => {
  it('leaves behind at once what may not be asked for where it goes, but never the picture', () => {
    const story = active().do(transfer({ offer: cold, askable: [] }));
    expect(story.session.consent.granted).toEqual(['view']);
    story.do({ type: 'decline' }, elena);
    expect(story.session.channel).toBe('general');
    expect(story.session.consent.granted).toEqual(['view']);
    const wide = active().do(transfer({ offer: cold, askable: ['view', 'control'] }));
    expect(wide.session.consent.granted).toEqual(['view', 'control']);
  });

  it('moves at once with its picture, and stays when the second accepts', () => {
    const story = active().do(transfer({ offer: cold }));
    expect(story.session).toEqual(jasmine.objectContaining({ assignee: 'elena', state: 'active' }));
    expect(story.session.driver.technician).toBe('elena');
    const { session } = story.do({ type: 'claim' }, elena).after(5 * minute);
    expect(session).toEqual(jasmine.objectContaining({ assignee: 'elena', transfer: null }));
    expect(story.try({ type: 'lapse' }, desk)).toBe('not-due');
  });

  it('is accepted by working on it', () => {
    const story = ready().do(transfer({ offer: cold }));
    story.do({ type: 'start', questionId: 'q', scopes: ['view'] }, elena);
    expect(typesOf(story, 3)).toEqual(['claimed', 'answered', 'consent-asked']);
    expect(story.session.transfer).toBeNull();
  });

  it('goes back to where it was when it is declined or nobody answers', () => {
    const lapse = { type: 'lapse' } as const;
    for (const story of [
      active()
        .do(transfer({ offer: cold }))
        .do({ type: 'decline' }, elena),
      active()
        .do(transfer({ offer: cold }))
        .after(2 * minute)
        .do(lapse, desk),
    ]) {
      expect(story.session).toEqual(
        jasmine.objectContaining({ assignee: 'ana', channel: 'general', state: 'active' }),
      );
      expect(story.session.driver.technician).toBe('ana');
      expect(typesOf(story, 3)).toEqual(['transfer-declined', 'transferred', 'driver-changed']);
    }
  });

  it('waits in a queue with its picture, which nobody drives until somebody takes it', () => {
    const story = active().do(transfer({ assignee: null, offer: cold }));
    expect(story.session).toEqual(jasmine.objectContaining({ assignee: null, state: 'active' }));
    expect(story.session.driver.technician).toBeNull();
    const { session } = story.do({ type: 'claim' }, elena);
    expect(session.driver.technician).toBe('elena');
    expect(session.transfer).toBeNull();
  });

  it('goes back from a queue in which nobody took it', () => {
    const story = active()
      .do(transfer({ assignee: null, offer: cold }))
      .after(2 * minute)
      .do({ type: 'lapse' }, desk);
    expect(story.session).toEqual(
      jasmine.objectContaining({ assignee: 'ana', channel: 'general', queuedSince: null }),
    );
  });
});

describe('A session that nobody answers for', () => {
  const queued = (changes: Partial<RequestCommand> = {}) =>
    ready('helper', { assignee: null, ...changes });
  const offer = (technician: string) =>
    ({ type: 'offer', technician, tier: 0, withinMs: minute }) as const;

  it('is ready at once when its device asked for it', () => {
    const device = { id: 'a-device', kind: 'helper' } as const;
    const { session } = invited({
      assignee: null,
      origin: 'sos-call',
      sosCall: 'reception',
      device,
    });
    expect(session).toEqual(
      jasmine.objectContaining({ state: 'ready', connection: 'connected', queuedSince: begin }),
    );
    expect(session.device).toEqual(device);
  });

  it('is offered to one at a time, who takes it by claiming', () => {
    const story = queued().do(offer('elena'), desk);
    expect(story.try(offer('bruno'), desk)).toBe('already-offered');
    const { session } = story.do({ type: 'claim' }, elena);
    expect(session).toEqual(
      jasmine.objectContaining({ assignee: 'elena', offer: null, queuedSince: null }),
    );
  });

  it('is not offered again to who declined it or let it pass', () => {
    const story = queued().do(offer('elena'), desk).do({ type: 'decline' }, elena);
    story.do(offer('bruno'), desk).after(minute);
    expect(nextDeadline(story.session)).toEqual({ kind: 'offer-lapse', at: begin + minute });
    story.do({ type: 'lapse' }, desk);
    expect(story.session.declined).toEqual(['elena', 'bruno']);
    expect(story.try(offer('elena'), desk)).toBe('not-offered');
    expect(story.try(offer('bruno'), desk)).toBe('not-offered');
  });

  it('is declined by whom it is offered to only', () => {
    const story = queued().do(offer('elena'), desk);
    expect(story.try({ type: 'decline' }, bruno)).toBe('not-offered');
    expect(story.try({ type: 'decline' }, user)).toBe('not-offered');
  });

  it('is offered to nobody while it waits for something, for its device or for a transfer', () => {
    expect(queued().do({ type: 'hold', reason: 'scheduled' }).try(offer('elena'), desk)).toBe(
      'not-ready',
    );
    expect(queued().do(transfer()).try(offer('elena'), desk)).toBe('already-claimed');
    expect(ready().try(offer('elena'), desk)).toBe('already-claimed');
  });

  it('draws in its tiers one after the other, and begins anew in another channel', () => {
    const story = queued().do({ type: 'draw-tier', tier: 1 }, desk);
    story.do({ type: 'draw-tier', tier: 1 }, desk);
    expect(story.session.tier).toBe(1);
    story.do({ type: 'transfer', channel: 'finance', assignee: null, note: null }, desk);
    expect(story.session.tier).toBe(0);
  });

  it('is raised by each rule once, with the next tier drawn in, and is noted at the top too', () => {
    const raise = (rule: string) => ({ type: 'escalate', reason: null, rule }) as const;
    const story = queued().do(raise('unclaimed'), desk).do(raise('unclaimed'), desk);
    expect(story.session).toEqual(jasmine.objectContaining({ level: 2, tier: 1 }));
    story.do({ type: 'escalate', reason: null }).do(raise('unhelped'), desk);
    expect(story.session.level).toBe(3);
    expect(story.session.escalations).toEqual(['unclaimed', 'unhelped']);
  });
});
