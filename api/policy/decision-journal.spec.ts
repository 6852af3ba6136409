import { DecisionStore, type StoredDecision } from '../../activities/policy/decision-store.js';
import { makeTestDatabase, type TestDatabase } from '../../activities/store/database-testing.js';
import { createAuthorizer, type Authorizer } from '../../policies/authorize.js';
import { defaultPolicy, demonstration } from '../../policies/policy-testing.js';
import type { Question } from '../../policies/question.js';
import { DecisionJournal } from './decision-journal.js';

const noon = Date.UTC(2026, 10, 26, 12);
const asked: Question = {
  technician: 'elena',
  channel: 'finance',
  action: 'tool.reboot',
  relation: 'own',
};

describe('The journal of decisions', () => {
  let database: TestDatabase;
  let store: DecisionStore;
  let authorizer: Authorizer;
  let now = noon;

  beforeAll(async () => {
    database = await makeTestDatabase();
    store = new DecisionStore(database.app);
    authorizer = await createAuthorizer(defaultPolicy(), demonstration());
  });

  afterAll(async () => {
    await database.drop();
  });

  it('counts equal decisions of a day in one row, with all that they rested on', async () => {
    const journal = new DecisionJournal(store, () => now);
    journal.note(authorizer, { question: asked, allowed: true });
    now += 1_000;
    journal.note(authorizer, { question: asked, allowed: true });
    await journal.flush();
    now += 1_000;
    journal.note(authorizer, { question: asked, allowed: true });
    await journal.flush();
    await journal.flush();
    expect(await store.since(noon, 10)).toEqual([
      {
        technician: 'elena',
        channel: 'finance',
        action: 'tool.reboot',
        relation: 'own',
        assigning: null,
        allowed: true,
        revision: authorizer.revision,
        standing: {
          enabled: true,
          roles: ['channel-technician'],
          own: null,
          groups: 'on',
          rolesOn: [],
          rolesOff: ['channel-technician'],
        },
        times: 3,
        firstAt: noon,
        lastAt: noon + 2_000,
      },
    ]);
    expect(await store.since(noon + 3_000, 10)).toEqual([]);
  });

  it('keeps what an invitation lent apart from what the policy decided, and says so', async () => {
    const question: Question = { ...asked, technician: 'hugo', relation: 'other' };
    const journal = new DecisionJournal(store, () => now);
    journal.note(authorizer, { question, allowed: true, lent: true });
    journal.note(authorizer, { question, allowed: false });
    journal.note(authorizer, { question, allowed: true, lent: true });
    await journal.flush();
    const rows = (await store.since(0, 10)).filter(({ technician }) => technician === 'hugo');
    const told = rows.map(({ allowed, times, standing }) => [allowed, times, 'lent' in standing]);
    expect(told.toSorted()).toEqual([
      [false, 1, false],
      [true, 2, true],
    ]);
  });

  it('keeps what could not be written for the next time, and what came meanwhile', async () => {
    const written: StoredDecision[] = [];
    let isAway = true;
    const journal = new DecisionJournal(
      {
        add(decisions) {
          if (isAway) return Promise.reject(new Error('away'));
          written.push(...decisions);
          return Promise.resolve();
        },
      },
      () => now,
    );
    journal.note(authorizer, { question: asked, allowed: true });
    const failing = journal.flush();
    journal.note(authorizer, { question: asked, allowed: true });
    journal.note(authorizer, { question: { ...asked, technician: 'nobody' }, allowed: false });
    await expectAsync(failing).toBeRejectedWithError('away');
    isAway = false;
    await journal.flush();
    expect(written.map(({ technician, times }) => `${technician} ${times}`).sort()).toEqual([
      'elena 2',
      'nobody 1',
    ]);
  });

  it('forgets what is older than 90 days', async () => {
    const journal = new DecisionJournal(store, () => Date.now() - 91 * 86_400_000);
    journal.note(authorizer, { question: { ...asked, technician: 'farid' }, allowed: true });
    await journal.flush();
    expect((await store.since(0, 10)).some(({ technician }) => technician === 'farid')).toBeTrue();
    await store.sweep();
    expect((await store.since(0, 10)).some(({ technician }) => technician === 'farid')).toBeFalse();
  });
});
