import { faultLine } from '../../policies/reading/fault.js';
import { readSignInMapping } from './read-sign-in-mapping.js';

describe('The mapping of the identity provider’s groups', () => {
  const faultsIn = (text: string): readonly string[] => {
    const read = readSignInMapping('mapping.json', text);
    return read.ok ? [] : read.faults.map(faultLine);
  };

  it('says which claim to read and what each value brings', () => {
    const text = `{ "claim": "roles", "map": [
      { "value": "desk", "groups": ["level-1"], "roles": [{ "role": "auditor", "in": "*" }] }] }`;
    expect(readSignInMapping('mapping.json', text)).toEqual({
      ok: true,
      value: {
        claim: 'roles',
        values: [{ value: 'desk', groups: ['level-1'], roles: [{ role: 'auditor', in: '*' }] }],
      },
    });
  });

  it('is refused with file, line and reason', () => {
    expect(faultsIn('{ "claims": "x" }')[0]).toMatch(/^mapping\.json:1: .*"claims" means nothing/);
    const wrong =
      '{ "map": [\n{ "value": "" },\n{ "value": "a", "roles": [\n{ "role": "king", "in": "*" }] }] }';
    expect(faultsIn(wrong)).toEqual([
      jasmine.stringMatching(/^mapping\.json:2: .*is not a value of the claim/),
      jasmine.stringMatching(/^mapping\.json:4: .*"king" is not a role/),
    ]);
  });
});
