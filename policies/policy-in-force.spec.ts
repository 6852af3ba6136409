import { faultLine } from './reading/fault.js';
import type { Organisation } from './organisation.js';
import { PolicyInForce, PolicyRefused } from './policy-in-force.js';
import type { PolicySet } from './policy-set.js';
import { defaultPolicy, demonstration } from './policy-testing.js';

const policy = defaultPolicy();
const asked = {
  technician: 'ana',
  channel: 'general',
  action: 'session.claim',
  relation: 'unassigned',
} as const;

/** The same policy, but that nobody may claim. */
const broken: PolicySet = {
  ...policy,
  revision: 'broken',
  grants: policy.grants.filter(({ action }) => action !== 'session.claim'),
};

const without = (technician: string): Organisation => {
  const organisation = demonstration();
  const technicians = organisation.technicians.map((found) => {
    return { ...found, disabled: found.disabled || found.key === technician };
  });
  return { ...organisation, technicians };
};

describe('The policy in force', () => {
  it('takes a right away in the moment of the swap, also where it was just exercised', async () => {
    const inForce = await PolicyInForce.open(policy, demonstration());
    expect(inForce.authorizer.decide(asked).allowed).toBeTrue();
    expect(inForce.authorizer.abilities('ana', 'general', 'own')).not.toEqual([]);
    expect(await inForce.swap({ organisation: without('ana') })).toEqual([]);
    expect(inForce.authorizer.decide(asked).allowed).toBeFalse();
    expect(inForce.authorizer.abilities('ana', 'general', 'own')).toEqual([]);
  });

  it('stays as it was when a new policy decides otherwise than it expects', async () => {
    const inForce = await PolicyInForce.open(policy, demonstration());
    const before = inForce.authorizer;
    const faults = (await inForce.swap({ policy: broken })).map(faultLine);
    expect(faults).toContain(
      'expected/demonstration/decisions.csv:41: farid session.claim (unassigned) in finance: ' +
        'allow expected, deny given (not-granted)',
    );
    expect(inForce.authorizer).toBe(before);
    expect(inForce.authorizer.decide(asked)).toEqual(
      jasmine.objectContaining({ allowed: true, revision: policy.revision }),
    );
  });

  it('stays as it was when Casbin cannot read the model', async () => {
    const inForce = await PolicyInForce.open(policy, demonstration());
    const nonsense = { ...policy, model: policy.model.replace('g(r.sub, p.who)', 'h(r.sub') };
    const [fault] = await inForce.swap({ policy: nonsense });
    expect(fault).toEqual(jasmine.objectContaining({ file: 'model.conf', line: 17 }));
    expect(inForce.authorizer.decide(asked).allowed).toBeTrue();
  });

  it('loses no change when two are made at once', async () => {
    const inForce = await PolicyInForce.open(policy, demonstration());
    const next = { ...policy, revision: 'next' };
    await Promise.all([
      inForce.swap({ policy: next }),
      inForce.swap({ organisation: without('ana') }),
      inForce.swap({ policy: next }),
    ]);
    const decision = inForce.authorizer.decide(asked);
    expect(decision).toEqual(jasmine.objectContaining({ allowed: false, revision: 'next' }));
  });

  it('does not begin with a policy that fails its own expectations', async () => {
    await expectAsync(PolicyInForce.open(broken, demonstration())).toBeRejectedWithError(
      PolicyRefused,
    );
  });
});
