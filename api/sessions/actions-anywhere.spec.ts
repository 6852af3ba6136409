import { createAuthorizer, type Authorizer } from '../../policies/authorize.js';
import { defaultPolicy, demonstration } from '../../policies/policy-testing.js';
import { actions } from '../../workflows/domain/policy/actions.js';
import { relations } from '../../workflows/domain/policy/roles.js';
import { actionsAnywhere, actionsAtDesk } from './actions-anywhere.js';

describe('What somebody may do at all', () => {
  let authorizer: Authorizer;
  beforeAll(async () => {
    authorizer = await createAuthorizer(defaultPolicy(), demonstration());
  });

  it('is, for everybody, what they may do in one place or another', () => {
    const { technicians, channels } = authorizer.people.organisation;
    const places = ['*', ...channels.map(({ key }) => key)];
    for (const { key: technician } of technicians) {
      const allowed = actions.filter((action) =>
        places.some((channel) =>
          relations.some((relation) => {
            return authorizer.decide({ technician, channel, action, relation }).allowed;
          }),
        ),
      );
      expect(actionsAnywhere(authorizer, technician)).withContext(technician).toEqual(allowed);
    }
  });

  it('at the desk counts roles at the desk alone', () => {
    expect(actionsAtDesk(authorizer, 'ana')).toEqual([]);
    expect(actionsAtDesk(authorizer, 'mateo')).toEqual([
      'policy.read',
      'policy.propose',
      'policy.approve',
    ]);
  });
});
