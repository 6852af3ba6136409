import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { requestOf, technician } from '../../workflows/support-session/commands-testing.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';

const people = ['ana', 'bruno', 'elena', 'greta', 'ivan', 'julia', 'kofi'] as const;
const channels = ['general', 'design-mac', 'finance', 'stores'] as const;
const groups = ['level-1', 'level-2', 'mac-specialists'] as const;

const person = fc.constantFrom(...people);
const channel = fc.constantFrom(...channels);
const maybePerson = fc.option(person);

const someCommand: fc.Arbitrary<SessionCommand> = fc.oneof(
  fc.constantFrom<SessionCommand>(
    { type: 'claim' },
    { type: 'join' },
    { type: 'come-in' },
    { type: 'take-over' },
    { type: 'decline' },
    { type: 'call-off-transfer' },
    { type: 'escalate', reason: null },
    { type: 'close', outcome: 'unsolved', remark: null },
  ),
  fc.record({
    type: fc.constant('transfer' as const),
    channel,
    assignee: maybePerson,
    note: fc.constant(null),
    offer: fc.record({ warm: fc.boolean(), withinMs: fc.constant(3_600_000) }),
  }),
  fc.record({
    type: fc.constant('transfer' as const),
    channel,
    assignee: fc.constant(null),
    group: fc.constantFrom(...groups),
    note: fc.constant(null),
    offer: fc.record({ warm: fc.boolean(), withinMs: fc.constant(3_600_000) }),
  }),
  fc.record({ type: fc.constant('leave' as const), technician: person }),
  fc.record({
    type: fc.constant('invite-collaborator' as const),
    technician: person,
    guest: fc.option(
      fc.record({
        actions: fc.constantFrom(['session.view' as const], ['tool.chat' as const]),
        until: fc.constantFrom(Date.now() - 1, Date.now() + 3_600_000),
      }),
    ),
  }),
);

const someLife = fc.record({
  channel,
  assignee: maybePerson,
  steps: fc.array(fc.tuple(someCommand, person), { minLength: 1, maxLength: 6 }),
});

type Life = ReturnType<typeof someLife.generate>['value'];

/** A session as it comes out of a life, with all its events; what the rules refuse is left out. */
function lived(id: string, { channel: begun, assignee, steps }: Life) {
  const device = { id: randomUUID(), kind: 'helper' } as const;
  const request = requestOf(id, { channel: begun, assignee, device });
  const now = Date.now();
  const told: (readonly [SessionCommand, string])[] = [[request, 'ana'], ...steps];
  return told.reduce<readonly SessionEvent[]>((events, [command, key]) => {
    const actor = technician(key);
    const more = judge(fold(null, events), command, { actor, now });
    return isRefusal(more) ? events : [...events, ...more];
  }, []);
}

describe('Whatever happened to sessions', () => {
  let api: TestApi;
  const sessions: Session[] = [];

  beforeAll(async () => {
    api = await openTestApi();
    const lives = fc.sample(someLife, { numRuns: 150, seed: 20_261_126 });
    for (const life of lives) {
      const id = randomUUID();
      const events = lived(id, life);
      const actor = technician('ana');
      const append = { sessionId: id, expectedSequence: 0, commandId: randomUUID(), actor };
      await api.desk.stores.record.append({ ...append, grant: null, events });
      const session = fold(null, events);
      if (session) sessions.push(session);
    }
  }, 60_000);
  afterAll(() => api.close(), 30_000);

  it('the database lists to everybody just what the policy lets them see', async () => {
    for (const key of people) {
      const viewer = api.desk.policy.viewer(key);
      const request = { channel: null, text: null, after: null, limit: 200 };
      const { rows } = await api.desk.stores.queue.page(viewer, { ...request, view: 'all' });
      const visible = sessions.filter(
        (session) => !hasEnded(session) && api.desk.policy.canSee(session, key),
      );
      expect(rows.map(({ session }) => session.id).sort())
        .withContext(key)
        .toEqual(visible.map(({ id }) => id).sort());
      const counts = await api.desk.stores.queue.counts(viewer);
      const mine = await api.desk.stores.queue.page(viewer, { ...request, view: 'mine' });
      expect([counts.all, counts.mine])
        .withContext(key)
        .toEqual([visible.length, mine.rows.length]);
    }
    expect(sessions.filter(({ transfer }) => transfer?.warm).length).toBeGreaterThan(5);
    expect(sessions.filter(({ collaborators }) => collaborators.length > 0).length).toBeGreaterThan(
      5,
    );
  });

  it('nobody has a right in one that neither the policy nor an invitation gives them', () => {
    let held = 0;
    for (const session of sessions) {
      for (const key of people) {
        const given = givenTo(session, key);
        for (const action of api.desk.policy.actionsOn(session, key)) {
          held += 1;
          expect(given).withContext(`${key} in ${session.id}`).toContain(action);
        }
      }
    }
    expect(held).toBeGreaterThan(sessions.length);
  });

  /** All that may give somebody a right in a session, told by another way than the API's. */
  function givenTo(session: Session, key: string): readonly string[] {
    const part = session.collaborators.find((one) => one.technician === key);
    const theirs = [session.assignee, session.driver.technician, part?.guest === null ? key : null];
    const others = session.assignee === null ? 'unassigned' : 'other';
    const relation = theirs.includes(key) ? 'own' : others;
    const { authorizer } = api.desk.policy;
    const guest = part?.guest ?? { actions: [], until: Infinity };
    return [
      ...authorizer.abilities(key, session.channel, relation),
      ...(guest.until > Date.now() ? guest.actions : []),
      ...(session.transfer?.warm ? ['session.view', 'session.claim'] : []),
    ];
  }
});
