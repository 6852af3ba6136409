import fc from 'fast-check';
import { exportOrganisation } from './export-organisation.js';
import { organisations } from '../organisations-testing.js';
import { demonstration } from '../policy-testing.js';
import { readOrganisation } from './read-organisation.js';

describe('An organisation written down', () => {
  it('reads back as the very same', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const text = JSON.stringify(exportOrganisation(organisation));
        expect(readOrganisation('org.json', text)).toEqual({ ok: true, value: organisation });
      }),
    );
  });

  it('is the form that policies are tried with', () => {
    const { technicians, roles, switches } = exportOrganisation(demonstration());
    expect(technicians.at(-1)).toEqual({ key: 'otto', disabled: true });
    expect(roles[0]).toEqual({ role: 'channel-technician', to: 'group:level-1', in: 'general' });
    expect(switches[0]).toEqual({
      for: 'role:channel-technician',
      action: 'tool.reboot',
      set: 'off',
    });
  });
});
