import fc from 'fast-check';
import { actions } from '../../workflows/domain/policy/actions.js';
import { relations } from '../../workflows/domain/policy/roles.js';
import { createAuthorizer } from '../authorize.js';
import type { Organisation } from '../organisation.js';
import { keys, organisations } from '../organisations-testing.js';
import { defaultPolicy, demonstration } from '../policy-testing.js';
import type { PolicySet } from '../policy-set.js';
import type { Question } from '../question.js';
import { replay, type RecordedDecision } from './replay.js';
import { standingOf } from './standing.js';

const policy = defaultPolicy();
const places = ['*', 'general', 'stores'];

async function decisionsIn(
  organisation: Organisation,
  questions: readonly Question[],
  lastAt = 0,
): Promise<RecordedDecision[]> {
  const authorizer = await createAuthorizer(policy, organisation);
  return questions.map((question) => {
    const { allowed, revision } = authorizer.decide(question);
    const standing = standingOf(authorizer.people, question);
    return { question, standing, allowed, revision, times: 1, firstAt: 0, lastAt };
  });
}

const everything: readonly Question[] = [...keys, 'nobody'].flatMap((technician) =>
  places.flatMap((channel) =>
    actions.flatMap((action) =>
      relations.map((relation) => ({ technician, channel, action, relation })),
    ),
  ),
);

describe('A replay of recorded decisions', () => {
  it('under the same policy comes out the same, however the organisation changed in between', async () => {
    await fc.assert(
      fc.asyncProperty(organisations, organisations, async (one, other) => {
        const recorded = [
          ...(await decisionsIn(one, everything)),
          ...(await decisionsIn(other, everything)),
        ];
        const { asked, different } = await replay(policy, recorded);
        expect(asked).toBe(recorded.length);
        expect(different).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('names exactly the decisions that another policy would have taken otherwise, latest first', async () => {
    const without: PolicySet = {
      ...policy,
      grants: policy.grants.filter(
        ({ action, role }) => action !== 'session.claim' || role !== 'channel-technician',
      ),
    };
    const asked = (technician: string, channel: string): Question => {
      return { technician, channel, action: 'session.claim', relation: 'unassigned' };
    };
    const questions = [asked('ana', 'general'), asked('julia', 'general'), asked('nobody', '*')];
    const recorded = [
      ...(await decisionsIn(demonstration(), questions, 1)),
      ...(await decisionsIn(demonstration(), [asked('elena', 'finance')], 2)),
    ];
    const { different } = await replay(without, recorded);
    expect(different.map(({ recorded: one }) => one.question.technician)).toEqual(['elena', 'ana']);
  });

  it('counts what an invitation lent, and leaves it as it was under every policy', async () => {
    const question: Question = {
      technician: 'hugo',
      channel: 'general',
      action: 'tool.control',
      relation: 'other',
    };
    const [denied] = await decisionsIn(demonstration(), [question]);
    if (!denied) throw new Error('Nothing was decided.');
    expect(denied.allowed).toBeFalse();
    const lent = {
      ...denied,
      allowed: true,
      standing: { ...denied.standing, lent: true },
    } as const;
    expect(await replay(policy, [lent, denied])).toEqual({ asked: 2, different: [] });
  });

  it('says nothing of people who have left since, but asks for them as they stood', async () => {
    const recorded = await decisionsIn(demonstration(), [
      { technician: 'ivan', channel: 'stores', action: 'tool.file.receive', relation: 'own' },
    ]);
    const strict: PolicySet = {
      ...policy,
      grants: policy.grants.filter(({ action }) => action !== 'tool.file.receive'),
    };
    // His own switch adds it to whatever the roles grant.
    expect((await replay(strict, recorded)).different).toEqual([]);
  });
});
