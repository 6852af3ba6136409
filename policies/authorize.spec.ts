import fc from 'fast-check';
import { actions } from '../workflows/domain/policy/actions.js';
import { relations, roles } from '../workflows/domain/policy/roles.js';
import { createAuthorizer, type Authorizer } from './authorize.js';
import { keys, organisations } from './organisations-testing.js';
import { plainlyAllowed, tabledActions } from './plain-policy-testing.js';
import { defaultPolicy, demonstration } from './policy-testing.js';
import type { Question } from './question.js';

const policy = defaultPolicy();
const everywhere = ['general', 'stores', '*', 'a channel made later'];
const everybody = [...keys, 'nobody'];

describe('The default policy', () => {
  for (const { file, organisation, questions } of policy.expected) {
    let authorizer: Authorizer;
    beforeAll(async () => {
      authorizer = await createAuthorizer(policy, organisation);
    });
    for (const { question, line, answer } of questions) {
      const { technician, channel, action, relation } = question;
      it(`${answer ?? ''}s ${technician} ${action} (${relation}) in ${channel} (${file}:${line})`, () => {
        expect(authorizer.decide(question).allowed).toBe(answer === 'allow');
      });
    }
  }

  it('is what the table says, for every organisation and every question', async () => {
    await fc.assert(
      fc.asyncProperty(organisations, async (organisation) => {
        const authorizer = await createAuthorizer(policy, organisation);
        const wrong = allQuestions().filter(
          (question) =>
            authorizer.decide(question).allowed !== plainlyAllowed(organisation, question),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('gives the same abilities as it would decisions, in whatever order channels are asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        organisations,
        fc.shuffledSubarray(everywhere, { minLength: 4 }),
        async (organisation, places) => {
          const authorizer = await createAuthorizer(policy, organisation);
          for (const technician of everybody) {
            for (const channel of places) {
              for (const relation of relations) {
                const allowed = actions.filter((action) => {
                  return plainlyAllowed(organisation, { technician, channel, action, relation });
                });
                expect(authorizer.abilities(technician, channel, relation)).toEqual(allowed);
              }
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  }, 120_000);

  it('speaks of every action that there is', () => {
    expect(tabledActions).toEqual(actions);
  });
});

describe('An authorizer', () => {
  it('lets a technician manager give no role as mighty as their own', async () => {
    const authorizer = await createAuthorizer(policy, demonstration());
    const mayAssign = (technician: string) =>
      roles.filter((assigning) => {
        const action = 'technician.assign-role';
        const asked = { technician, channel: '*', action, relation: 'other', assigning } as const;
        return authorizer.decide(asked).allowed;
      });
    expect(mayAssign('kofi')).toEqual(['channel-technician', 'channel-manager', 'auditor']);
    expect(mayAssign('nora')).toEqual([...roles]);
    expect(mayAssign('mateo')).toEqual([]);
  });

  it('lists as abilities exactly what it would allow', async () => {
    const authorizer = await createAuthorizer(policy, demonstration());
    for (const technician of ['ana', 'davi', 'julia', 'kofi', 'otto']) {
      for (const relation of relations) {
        const allowed = actions.filter((action) => {
          return authorizer.decide({ technician, channel: 'general', action, relation }).allowed;
        });
        expect(authorizer.abilities(technician, 'general', relation)).toEqual(allowed);
        expect(authorizer.abilities(technician, 'general', relation)).toEqual(allowed);
      }
    }
  });

  it('names the line that grants, or the switch', async () => {
    const authorizer = await createAuthorizer(policy, demonstration());
    const ruleOf = (technician: string, action: Question['action']) =>
      authorizer.decide({ technician, channel: 'general', action, relation: 'own' }).rule;
    expect(ruleOf('ana', 'session.hold')).toBe(
      'roles/channel-technician.csv:8: channel-technician session.hold own',
    );
    expect(ruleOf('elena', 'tool.command')).toBe('switch group:level-2: tool.command on');
    expect(ruleOf('davi', 'session.collaborate')).toBe(
      'switch technician:davi: session.collaborate on',
    );
    expect(ruleOf('davi', 'session.transfer')).toBe(
      'switch group:contractors: session.transfer off',
    );
  });

  it('says what is missing and which roles would grant it', async () => {
    const authorizer = await createAuthorizer(policy, demonstration());
    const asked = {
      technician: 'ana',
      channel: 'general',
      action: 'session.assign',
      relation: 'other',
    } as const;
    expect(authorizer.decide(asked)).toEqual({
      allowed: false,
      missing: { action: 'session.assign', relation: 'other', channel: 'general' },
      grantedBy: ['channel-manager', 'technician-manager', 'owner'],
      reason: 'not-granted',
      rule: null,
      revision: policy.revision,
    });
  });

  it('tells the reasons of refusals apart', async () => {
    const authorizer = await createAuthorizer(policy, demonstration());
    const reasonOf = (technician: string, channel: string, action: Question['action']) => {
      const decision = authorizer.decide({ technician, channel, action, relation: 'own' });
      return decision.allowed ? null : decision.reason;
    };
    expect(reasonOf('nobody', 'general', 'tool.view')).toBe('unknown-technician');
    expect(reasonOf('otto', 'general', 'tool.view')).toBe('disabled');
    expect(reasonOf('ana', 'finance', 'tool.view')).toBe('no-role-here');
    expect(reasonOf('carla', 'general', 'session.create')).toBe('switched-off');
    expect(reasonOf('ana', 'general', 'tool.elevate')).toBe('not-granted');
    expect(reasonOf('kofi', 'general', 'tool.elevate')).toBeNull();
  });
});

function allQuestions(): Question[] {
  return everybody.flatMap((technician) =>
    everywhere.flatMap((channel) =>
      actions.flatMap((action) =>
        relations.map((relation) => ({ technician, channel, action, relation })),
      ),
    ),
  );
}
