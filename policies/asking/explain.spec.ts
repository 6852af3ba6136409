import { createAuthorizer, type Authorizer } from '../authorize.js';
import { comparePolicies } from './compare-policies.js';
import { explain, explanationLines } from './explain.js';
import { defaultPolicy, demonstration } from '../policy-testing.js';
import type { Question } from '../question.js';
import { whoCan } from './who-can.js';

const policy = defaultPolicy();
let authorizer: Authorizer;
beforeAll(async () => {
  authorizer = await createAuthorizer(policy, demonstration());
});

const linesOf = (technician: string, channel: string, action: Question['action']) =>
  explanationLines(explain(authorizer, { technician, channel, action, relation: 'own' }));

describe('An explanation', () => {
  it('shows roles, grants and which switches were heard', () => {
    const said = 'switch group:contractors: session.transfer off';
    expect(linesOf('davi', 'general', 'session.transfer')).toEqual([
      'davi session.transfer (own) in general: deny',
      '  role    channel-technician in general, by group:level-1',
      '  grant   roles/channel-technician.csv:10: channel-technician session.transfer own',
      '  switch  group:mac-specialists on, not heard',
      '  switch  group:contractors off',
      `  because it is switched off: ${said}`,
      '  granted by channel-technician, channel-manager, technician-manager, owner',
      `  policy  ${policy.revision}`,
    ]);
  });

  it('shows that a technician switched by name hears no group, and that default says nothing', () => {
    expect(linesOf('davi', 'general', 'session.collaborate').slice(3, 6)).toEqual([
      '  switch  technician:davi on',
      '  switch  group:contractors off, not heard',
      '  because switch technician:davi: session.collaborate on',
    ]);
    expect(linesOf('bruno', 'general', 'session.close').slice(3, 5)).toEqual([
      '  switch  technician:bruno default, not heard',
      '  because roles/channel-technician.csv:13: channel-technician session.close own',
    ]);
  });

  it('says plainly when no role would do', () => {
    expect(
      explanationLines(
        explain(authorizer, {
          technician: 'nora',
          channel: 'general',
          action: 'tool.view',
          relation: 'other',
        }),
      ),
    ).toContain('  granted by no role');
  });

  it('says that a channel is not there, which may be a slip of the pen', () => {
    const told = (channel: string) => linesOf('ana', channel, 'session.view').join('\n');
    expect(told('genral')).toContain('genral is not there yet: only roles at the desk count');
    for (const channel of ['general', '*']) expect(told(channel)).not.toContain('not there yet');
  });
});

describe('Who can', () => {
  it('lists everybody, by whatever role, and nobody who is disabled', () => {
    const asked = { channel: 'general', action: 'session.assign', relation: 'other' } as const;
    expect(whoCan(authorizer, asked)).toEqual(['julia', 'kofi', 'nora']);
  });
});

describe('A comparison of two policies', () => {
  it('says who gains and who loses, and where', async () => {
    const grants = policy.grants.filter(({ role, action }) => {
      return role !== 'channel-manager' || action !== 'channel.staff';
    });
    const organisation = demonstration();
    const switches = organisation.switches.filter(({ for: target }) => target.key !== 'hugo');
    const changed = { ...organisation, switches };
    const after = await createAuthorizer({ ...policy, grants }, changed);
    const differences = comparePolicies(authorizer, after);
    expect(differences.filter(({ relation }) => relation === 'own')).toEqual([
      {
        change: 'loses',
        technician: 'greta',
        action: 'channel.staff',
        relation: 'own',
        channels: ['design-mac'],
      },
      {
        change: 'gains',
        technician: 'hugo',
        action: 'tool.control',
        relation: 'own',
        channels: ['design-mac'],
      },
      {
        change: 'loses',
        technician: 'julia',
        action: 'channel.staff',
        relation: 'own',
        channels: ['general', 'stores'],
      },
    ]);
  });

  it('finds nothing between a policy and itself', async () => {
    expect(comparePolicies(authorizer, await createAuthorizer(policy, demonstration()))).toEqual(
      [],
    );
  });
});
