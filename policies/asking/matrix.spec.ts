import { actions } from '../../workflows/domain/policy/actions.js';
import { relations } from '../../workflows/domain/policy/roles.js';
import { createAuthorizer, type Authorizer } from '../authorize.js';
import { roleMatrix, technicianMatrix } from './matrix.js';
import { defaultPolicy, demonstration } from '../policy-testing.js';

describe('The matrix of who can do what', () => {
  let authorizer: Authorizer;
  beforeAll(async () => {
    authorizer = await createAuthorizer(defaultPolicy(), demonstration());
  });

  it('shows what roles grant after their switches', () => {
    const scopesOf = (role: string, action: string) =>
      roleMatrix(authorizer)
        .find((row) => row.role === role)
        ?.cells.find((cell) => cell.action === action)?.scopes;
    expect(scopesOf('channel-technician', 'session.view')).toEqual(['own', 'unassigned']);
    expect(scopesOf('channel-technician', 'tool.reboot')).toEqual([]);
    expect(scopesOf('channel-manager', 'tool.reboot')).toEqual(['own']);
    expect(scopesOf('auditor', 'audit.read')).toEqual(['any']);
  });

  it('shows for each technician what would be decided', () => {
    for (const channel of ['general', 'finance', '*']) {
      for (const { technician, cells } of technicianMatrix(authorizer, channel)) {
        for (const action of actions) {
          const shown = cells.find((cell) => cell.action === action)?.scopes ?? [];
          for (const relation of relations) {
            const { allowed } = authorizer.decide({ technician, channel, action, relation });
            const covers = shown.some((scope) => scope === 'any' || scope === relation);
            expect(covers)
              .withContext(`${technician} ${action} ${relation} in ${channel}`)
              .toBe(allowed);
          }
        }
      }
    }
  });

  it('leaves out who holds no role there', () => {
    const named = technicianMatrix(authorizer, 'finance').map(({ technician }) => technician);
    expect(named).toEqual(['elena', 'farid', 'kofi', 'lena', 'mateo', 'nora', 'otto']);
  });
});
