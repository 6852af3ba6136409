import fc from 'fast-check';
import type { sessionActions, toolActions } from '../workflows/domain/policy/actions.js';
import { roles, settings } from '../workflows/domain/policy/roles.js';
import type { Holder, Organisation, Switch } from './organisation.js';

/** The same few keys for technicians, groups and channels: whoever mixes them up is found out. */
export const keys = ['ana', 'general', 'stores'] as const;

const key = fc.constantFrom(...keys);
const holder: fc.Arbitrary<Holder> = fc.record({
  kind: fc.constantFrom('technician', 'group'),
  key,
});
const target: fc.Arbitrary<Switch['for']> = fc.oneof(
  { weight: 3, arbitrary: holder },
  fc.record({ kind: fc.constant('role' as const), key: fc.constantFrom(...roles) }),
);

/** The actions that random switches speak of: few, so that switches meet. */
const switchedActions = [
  'session.view',
  'session.create',
  'session.claim',
  'session.close',
  'tool.control',
  'tool.command',
] as const satisfies readonly ((typeof sessionActions)[number] | (typeof toolActions)[number])[];

/** Small organisations in which every rule of the policy meets every other. */
export const organisations: fc.Arbitrary<Organisation> = fc.record({
  channels: fc.constant(keys.slice(1).map((name) => ({ key: name, name: null }))),
  technicians: fc
    .tuple(fc.boolean(), fc.boolean())
    .map(([a, b]) =>
      keys.map((name, index) => ({ key: name, name: null, disabled: index === 2 && a && b })),
    ),
  groups: fc
    .tuple(members(), members(), members())
    .map((lists) =>
      keys.map((name, index) => ({ key: name, name: null, members: lists[index] ?? [] })),
    ),
  roles: fc.array(
    fc.record({
      role: fc.constantFrom(...roles),
      to: holder,
      in: fc.constantFrom('general', 'stores', '*'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  switches: fc.uniqueArray(
    fc.record({
      for: target,
      action: fc.constantFrom(...switchedActions),
      set: fc.constantFrom(...settings),
    }),
    { maxLength: 12, selector: (found) => `${found.for.kind} ${found.for.key} ${found.action}` },
  ),
});

function members(): fc.Arbitrary<string[]> {
  return fc.uniqueArray(key, { maxLength: 3 });
}
