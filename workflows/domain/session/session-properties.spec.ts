import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SessionCommand } from './commands.js';
import { nextDeadline } from './deadline.js';
import { sessionEventTypes } from './events.js';
import { fold } from './evolve.js';
import { type GuestPass, hasEnded, hasJoined, type Session } from './session.js';
import { begin, requestCommand, Story } from './story-testing.js';
import { type Actor, consentScopes, holdReasons, sessionStates } from './vocabulary.js';

type Step =
  | { readonly kind: 'command'; readonly command: SessionCommand; readonly actor: Actor }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'deadline' };

const people = ['ana', 'bruno', 'carla'] as const;
const passFor = (technician: string): GuestPass => ({
  actions: ['session.view'],
  until: begin + technician.length * 10_000,
});
const scopes = fc.uniqueArray(fc.constantFrom(...consentScopes), { maxLength: 4 });
const questionId = fc.constantFrom('first', 'second');
const assignee = fc.option(fc.constantFrom(...people), { nil: null });

const command: fc.Arbitrary<SessionCommand> = fc.oneof(
  assignee.map((key) => requestCommand({ assignee: key })),
  fc.constantFrom<SessionCommand>(
    { type: 'open-link' },
    { type: 'join-device', deviceId: 'a-device', kind: 'helper' },
    { type: 'join-device', deviceId: 'another', kind: 'browser' },
    { type: 'lose-device' },
    { type: 'return-device' },
    { type: 'claim' },
    { type: 'disconnect' },
    { type: 'resume' },
    { type: 'wrote', side: 'user' },
    { type: 'wrote', side: 'technician' },
    { type: 'escalate', reason: null },
    { type: 'close', outcome: 'solved', remark: null },
    { type: 'close', outcome: 'withdrawn', remark: null },
    { type: 'abandon' },
    { type: 'reopen' },
    { type: 'lapse' },
    { type: 'decline' },
    { type: 'call-off-transfer' },
    { type: 'join' },
    { type: 'come-in' },
    { type: 'take-over' },
    { type: 'draw-tier', tier: 1 },
    { type: 'escalate', reason: null, rule: 'unclaimed' },
    { type: 'escalate', reason: null, rule: 'unhelped' },
  ),
  fc
    .constantFrom(...people)
    .chain((technician) =>
      fc.constantFrom<SessionCommand>(
        { type: 'offer', technician, tier: 0, withinMs: 30_000 },
        { type: 'invite-collaborator', technician, guest: null },
        { type: 'invite-collaborator', technician, guest: passFor(technician) },
        { type: 'leave', technician },
        { type: 'give-mouse', technician },
      ),
    ),
  fc.record({
    type: fc.constant('transfer' as const),
    channel: fc.constantFrom('general', 'finance'),
    assignee,
    note: fc.constant(null),
    offer: fc.record({ warm: fc.boolean(), withinMs: fc.constantFrom(30_000, 60_000) }),
  }),
  fc.record({ type: fc.constant('start' as const), questionId, scopes }),
  fc.record({
    type: fc.constant('consent' as const),
    answer: fc.constant('grant' as const),
    questionId,
    scopes,
  }),
  fc.record({
    type: fc.constant('consent' as const),
    answer: fc.constant('refuse' as const),
    questionId,
  }),
  fc.record({
    type: fc.constant('consent' as const),
    answer: fc.constant('withdraw' as const),
    scopes,
  }),
  fc.constantFrom(...holdReasons).map((reason): SessionCommand => ({ type: 'hold', reason })),
  fc.record({
    type: fc.constant('transfer' as const),
    channel: fc.constantFrom('general', 'finance'),
    assignee,
    note: fc.constant(null),
  }),
);

const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constantFrom(...people).map((key): Actor => ({ kind: 'technician', key })),
  fc.constant<Actor>({ kind: 'user' }),
  fc.constant<Actor>({ kind: 'desk', rule: 'a-rule' }),
);

// A way that reaches a picture, so that random steps also set out from there.
const start = { kind: 'technician', key: 'ana' } as const;
const wayToPicture: readonly Step[] = [
  { kind: 'command', command: requestCommand(), actor: start },
  {
    kind: 'command',
    command: { type: 'join-device', deviceId: 'a-device', kind: 'helper' },
    actor: { kind: 'user' },
  },
  {
    kind: 'command',
    command: { type: 'start', questionId: 'first', scopes: ['view', 'control'] },
    actor: start,
  },
  {
    kind: 'command',
    command: { type: 'consent', answer: 'grant', questionId: 'first', scopes: ['view'] },
    actor: { kind: 'user' },
  },
];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('command' as const), command, actor }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      milliseconds: fc.constantFrom(1, 1_000, 30_000, 60_000, 3_600_000, 604_800_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'deadline' }) },
);

const steps = fc
  .tuple(fc.integer({ min: 0, max: wayToPicture.length }), fc.array(step, { maxLength: 40 }))
  .map(([prefix, rest]) => [...wayToPicture.slice(0, prefix), ...rest]);

/** Tells a story step by step and looks at it before and after each. */
function tell(
  told: readonly Step[],
  look: (before: Session | null, after: Session | null, story: Story, refused: boolean) => void,
): void {
  const story = new Story();
  for (const one of told) {
    const before = fold(null, story.events);
    const refused = take(story, one, before);
    look(before, fold(null, story.events), story, refused);
  }
}

function take(story: Story, one: Step, session: Session | null): boolean {
  if (one.kind === 'command') return story.try(one.command, one.actor) !== null;
  const deadline = session && nextDeadline(session);
  story.after(
    one.kind === 'time' ? one.milliseconds : Math.max(0, (deadline?.at ?? 0) - story.now),
  );
  return false;
}

/** Throws with the shortest story that breaks the property. */
function holds(property: (...seen: Parameters<Parameters<typeof tell>[1]>) => void): void {
  const always = fc.property(steps, (told) => {
    tell(told, property);
  });
  expect(() => {
    fc.assert(always, { numRuns: 1_000 });
  }).not.toThrow();
}

describe('Whatever is said to a session in whatever order', () => {
  it('it is in one of its five states, with events of the known types in order', () => {
    holds((_, after, { events }) => {
      if (after) assert.ok(sessionStates.includes(after.state));
      events.forEach((event, index) => {
        assert.equal(event.sequence, index + 1);
        assert.ok(sessionEventTypes.includes(event.type));
      });
    });
  });

  it('its row is the fold of its events, however they are cut', () => {
    holds((_, after, { events }) => {
      const cut = Math.floor(events.length / 2);
      assert.deepEqual(fold(fold(null, events.slice(0, cut)), events.slice(cut)), after);
      assert.equal(after?.sequence ?? 0, events.length);
      // What is stored as JSON comes back the same.
      assert.deepEqual(JSON.parse(JSON.stringify(after)), after);
    });
  });

  it('a refusal changes nothing', () => {
    holds((before, after, _, refused) => {
      if (refused) assert.deepEqual(after, before);
    });
  });

  it('closed stays closed until it is opened again, and expired for good', () => {
    holds((before, after, { events }) => {
      if (!before || !after || !hasEnded(before)) return;
      if (events.length === before.sequence) assert.deepEqual(after, before);
      else assert.deepEqual([before.state, events.at(-1)?.type], ['closed', 'reopened']);
    });
  });

  it('an assignee is taken over from nobody but by a transfer or a takeover', () => {
    holds((before, after, { events }) => {
      if (before?.assignee == null || before.assignee === after?.assignee) return;
      const since = events.slice(before.sequence).map(({ type }) => type);
      assert.ok(since.includes('transferred') || since.includes('taken-over'));
    });
  });

  it('it is in somebody’s hands or in a queue since some instant, and never in both', () => {
    holds((_, after) => {
      if (!after || hasEnded(after)) return;
      assert.equal(after.assignee === null, after.queuedSince !== null);
      if (after.offer) assert.equal(after.assignee, null);
      if (after.transfer?.warm) assert.ok(after.assignee !== null);
    });
  });

  it('nobody is offered it twice, nor while it is somebody’s', () => {
    holds((_, after, { events }) => {
      const offered = events.filter(({ type }) => type === 'offered');
      const reopened = events.findLastIndex(({ type }) => type === 'reopened');
      const since = offered.filter(({ sequence }) => sequence > reopened + 1);
      const names = since.flatMap((one) => (one.type === 'offered' ? [one.technician] : []));
      const again = names.filter((name, index) => names.indexOf(name) !== index);
      // Who claimed it and gave it back to a queue may be asked again; who said no may not.
      for (const name of again) assert.ok(!(after?.declined ?? []).slice(0, -1).includes(name));
    });
  });

  it('each rule escalates it once', () => {
    holds((_, __, { events }) => {
      const rules = events
        .flatMap((one) => (one.type === 'escalated' ? [one.rule ?? []] : []))
        .flat();
      assert.equal(new Set(rules).size, rules.length);
    });
  });

  it('who is beside the assignee is somebody else, once, and gone with the end', () => {
    holds((_, after) => {
      if (!after) return;
      const names = after.collaborators.map(({ technician }) => technician);
      assert.equal(new Set(names).size, names.length);
      assert.ok(after.assignee === null || !names.includes(after.assignee));
      if (hasEnded(after)) assert.deepEqual([names, after.transfer, after.offer], [[], null, null]);
    });
  });

  it('a cold transfer that comes to nothing leaves it where it was', () => {
    holds((before, after, { events }) => {
      if (!before?.transfer || !after) return;
      const since = events.slice(before.sequence);
      const declined = since[0]?.type === 'transfer-declined' && since[0].reason !== 'called-off';
      if (!declined) return;
      const { warm, from } = before.transfer;
      const { channel, assignee, group } = warm ? before : from;
      const last = warm ? 0 : since.findIndex(({ type }) => type === 'transferred');
      const back = fold(before, since.slice(0, last + 1));
      assert.deepEqual([back?.channel, back?.assignee, back?.group], [channel, assignee, group]);
    });
  });

  it('there is no picture without a granted view, and no driver without a picture', () => {
    holds((_, after) => {
      if (!after) return;
      assert.equal(after.state === 'active', after.consent.granted.includes('view'));
      const { technician } = after.driver;
      // Nobody drives while a session with a picture waits in a queue to be taken.
      const isQueued = after.transfer?.warm === false && after.assignee === null;
      if (technician === null) assert.ok(after.state !== 'active' || isQueued);
      else assert.equal(after.state, 'active');
      if (technician !== null && technician !== after.assignee)
        assert.ok(hasJoined(after, technician));
      if (after.state !== 'active') assert.deepEqual(after.consent.granted, []);
    });
  });

  it('the driver’s epoch only grows, with every driver', () => {
    holds((before, after) => {
      if (!before || !after) return;
      assert.ok(after.driver.epoch >= before.driver.epoch);
      if (after.driver.technician !== before.driver.technician) {
        assert.ok(after.driver.epoch > before.driver.epoch);
      }
    });
  });

  it('an open question is answered, called off or too late, and never left behind', () => {
    holds((_, after) => {
      if (!after?.consent.question) return;
      assert.ok(after.state === 'ready' || after.state === 'active');
      assert.equal(after.connection, 'connected');
      assert.ok((nextDeadline(after)?.at ?? Infinity) <= after.consent.question.until);
    });
  });

  it('something will move it: a deadline, a person, or nothing because it has ended', () => {
    holds((_, after) => {
      if (!after) return;
      if (hasEnded(after)) assert.equal(nextDeadline(after), null);
      if (after.state === 'waiting')
        assert.ok((nextDeadline(after)?.at ?? Infinity) <= (after.startBy ?? 0));
      if (after.connection === 'reconnecting')
        assert.ok((nextDeadline(after)?.at ?? Infinity) <= (after.reconnectBy ?? 0));
    });
  });
});
