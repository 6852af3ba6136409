import fc from 'fast-check';
import { actions } from '../../workflows/domain/policy/actions.js';
import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import { decide } from '../../workflows/domain/session/decide.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Session } from '../../workflows/domain/session/session.js';
import {
  type Actor,
  type ConsentScope,
  consentScopes,
} from '../../workflows/domain/session/vocabulary.js';
import { abilitiesOf, type Ability, askableScopes } from './abilities.js';

const day = 86_400_000;
const device = 'c9f0c1de-3a5a-4c4b-9d0a-5a4c8f8f0d10';

const request: SessionCommand = {
  type: 'request',
  sessionId: '0b7f2d2e-6d1c-4a57-8a85-0d3c9b0f7a11',
  origin: 'invitation',
  ticket: null,
  sosCall: null,
  requesterId: null,
  device: null,
  subject: 'Cannot print',
  channel: 'general',
  priority: 'normal',
  requester: { name: 'Chidi', address: null, language: null, customer: null, department: null },
  assignee: null,
  lifetimeMs: day,
  terms: { reconnectGraceMs: 60_000, consentTimeoutMs: 30_000, reopenWindowMs: day },
};

const scope = fc.constantFrom<ConsentScope>('view', 'control', 'files', 'clipboard', 'record');
const scopes = fc.uniqueArray(scope, { minLength: 1 });
const kind = fc.constantFrom('browser' as const, 'helper' as const);

/** Commands of a session's life, of which most will be refused at any one moment. */
const someCommand: fc.Arbitrary<SessionCommand> = fc.oneof(
  fc.record({ type: fc.constant('join-device' as const), deviceId: fc.constant(device), kind }),
  fc.constantFrom<SessionCommand>(
    { type: 'open-link' },
    { type: 'lose-device' },
    { type: 'return-device' },
    { type: 'claim' },
    { type: 'disconnect' },
    { type: 'hold', reason: 'waiting-user' },
    { type: 'resume' },
    { type: 'escalate', reason: null },
    { type: 'abandon' },
    { type: 'reopen' },
    { type: 'lapse' },
    { type: 'close', outcome: 'solved', remark: null },
    { type: 'close', outcome: 'withdrawn', remark: null },
    { type: 'transfer', channel: 'stores', assignee: 'bea', note: null },
    {
      type: 'transfer',
      channel: 'stores',
      assignee: 'ana',
      note: null,
      offer: { warm: false, withinMs: 60_000 },
    },
    { type: 'offer', technician: 'ana', tier: 0, withinMs: 60_000 },
    { type: 'invite-collaborator', technician: 'ana', guest: null },
    { type: 'invite-collaborator', technician: 'bea', guest: null },
    { type: 'join' },
    { type: 'give-mouse', technician: 'ana' },
    { type: 'give-mouse', technician: 'bea' },
    { type: 'take-over' },
    { type: 'decline' },
  ),
  fc.record({ type: fc.constant('start' as const), questionId: fc.constant('q'), scopes }),
  fc.record({
    type: fc.constant('consent' as const),
    answer: fc.constant('grant' as const),
    questionId: fc.constant('q'),
    scopes,
  }),
);

const someStep = fc.record({
  command: someCommand,
  by: fc.constantFrom<Actor>(
    { kind: 'technician', key: 'ana' },
    { kind: 'technician', key: 'bea' },
    { kind: 'user' },
  ),
  after: fc.integer({ min: 0, max: 40_000 }),
});

/** A session that got where it is by commands alone, and the instant it has got to. */
const someSession = fc.array(someStep, { maxLength: 14 }).map((steps) => {
  let now = 0;
  const take = (session: Session | null, command: SessionCommand, actor: Actor) => {
    const decided = judge(session, command, { actor, now });
    const events: readonly SessionEvent[] = isRefusal(decided) ? [] : decided;
    return fold(session, events);
  };
  let session = take(null, request, { kind: 'technician', key: 'ana' });
  for (const { command, by, after } of steps) {
    now += after;
    session = take(session, command, by);
  }
  if (!session) throw new Error('A session begins with its request.');
  return { session, now };
});

const all = { technician: 'ana', actions, mayBeAsked: consentScopes };

/** The command behind each ability, where there is exactly one. */
const commandOf: Partial<Record<Ability, SessionCommand>> = {
  claim: { type: 'claim' },
  decline: { type: 'decline' },
  disconnect: { type: 'disconnect' },
  resume: { type: 'resume' },
  close: { type: 'close', outcome: 'solved', remark: null },
  withdraw: { type: 'close', outcome: 'withdrawn', remark: null },
  reopen: { type: 'reopen' },
  escalate: { type: 'escalate', reason: null },
  write: { type: 'wrote', side: 'technician' },
};

describe('What is offered to somebody with every right', () => {
  it('is offered exactly when the rules of the session would do it', () => {
    fc.assert(
      fc.property(someSession, ({ session, now }) => {
        const offered = abilitiesOf(session, all, now);
        for (const [ability, command] of Object.entries(commandOf)) {
          const actor: Actor = { kind: 'technician', key: 'ana' };
          const done = !isRefusal(judge(session, command, { actor, now }));
          expect(offered.some((one) => one === ability))
            .withContext(ability)
            .toBe(done);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('includes starting exactly when a question for the screen would be put', () => {
    fc.assert(
      fc.property(someSession, ({ session, now }) => {
        const command = { type: 'start', questionId: 'n', scopes: ['view'] } as const;
        const actor: Actor = { kind: 'technician', key: 'ana' };
        const asks = !isRefusal(judge(session, command, { actor, now }));
        const offered = abilitiesOf(session, all, now);
        expect(offered.includes('start')).toBe(asks && session.state === 'ready');
      }),
      { numRuns: 2_000 },
    );
  });

  it('offers to ask for more only what the rules let be asked', () => {
    fc.assert(
      fc.property(someSession, ({ session, now }) => {
        if (!abilitiesOf(session, all, now).includes('ask-more')) return;
        const more = askableScopes(session, all);
        const command = { type: 'start', questionId: 'n', scopes: more } as const;
        const actor: Actor = { kind: 'technician', key: 'ana' };
        expect(isRefusal(decide(session, command, { actor, now }))).toBeFalse();
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves out what the channel does not let be asked', () => {
    fc.assert(
      fc.property(someSession, scopes, ({ session, now }, mayBeAsked) => {
        const onlooker = { ...all, mayBeAsked };
        const askable = askableScopes(session, onlooker);
        expect(askable.every((one) => mayBeAsked.includes(one))).toBeTrue();
        expect(askable).toEqual(
          askableScopes(session, all).filter((one) => mayBeAsked.includes(one)),
        );
        if (askable.length === 0) {
          expect(abilitiesOf(session, onlooker, now)).not.toContain('ask-more');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never includes watching without the user’s consent', () => {
    fc.assert(
      fc.property(someSession, ({ session, now }) => {
        const offered = abilitiesOf(session, all, now);
        const allowed = session.state === 'active' && session.consent.granted.includes('view');
        expect(offered.includes('watch')).toBe(allowed);
        if (offered.includes('drive')) {
          expect(session.consent.granted).toContain('control');
          expect(session.driver.technician).toBe('ana');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('What is offered to somebody without any right', () => {
  it('is nothing', () => {
    fc.assert(
      fc.property(someSession, ({ session, now }) => {
        expect(abilitiesOf(session, { ...all, actions: [] }, now)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
