import type { Action } from '../../workflows/domain/policy/actions.js';
import { roles, type Role, type Scope } from '../../workflows/domain/policy/roles.js';
import { actName, switchedName, workingRole } from './casbin-names.js';
import type { HeldGrant } from './role-grants.js';

/** Why a rule of Casbin's is there. */
export type RuleOrigin =
  | { readonly kind: 'grant'; readonly grant: HeldGrant }
  | { readonly kind: 'switched-on'; readonly level: 'technician' | 'group' }
  | { readonly kind: 'switched-off'; readonly level: 'technician' | 'group' }
  | { readonly kind: 'nothing-more' };

/** One rule in the order of the model's policy definition, without its priority. */
export interface CompiledRule {
  readonly who: string;
  readonly role: Role | typeof workingRole | '*';
  readonly act: string;
  readonly rel: Scope;
  readonly eft: 'allow' | 'deny';
  readonly origin: RuleOrigin;
}

/**
 * The rules of one action, the first that fits deciding. Who was switched stands in classes of the
 * role graph, so their number does not grow with the organisation.
 */
export function compileRules(
  action: Action,
  grants: readonly HeldGrant[],
  classes: ReadonlySet<string>,
): CompiledRule[] {
  const granted = grants.filter((grant) => grant.action === action);
  const switched = (level: 'technician' | 'group', set: 'on' | 'off') => {
    const who = switchedName(level, set, action);
    return classes.has(who) ? [who] : [];
  };
  return [
    ...switched('technician', 'off').map((who) => takeAll(who, action, offOf('technician'))),
    // A technician switched on by name hears no group, so all that can be theirs stands here.
    ...switched('technician', 'on').flatMap((who) => [
      addOwn(who, action, 'technician'),
      ...grantRoles(who, granted),
      takeAll(who, action, { kind: 'nothing-more' }),
    ]),
    ...switched('group', 'off').map((who) => takeAll(who, action, offOf('group'))),
    ...switched('group', 'on').map((who) => addOwn(who, action, 'group')),
    ...grantRoles('*', granted),
  ];
}

function offOf(level: 'technician' | 'group'): RuleOrigin {
  return { kind: 'switched-off', level };
}

function takeAll(who: string, act: string, origin: RuleOrigin): CompiledRule {
  return { who, role: '*', act, rel: 'any', eft: 'deny', origin };
}

/** Only where they hold a role that works sessions. */
function addOwn(who: string, act: string, level: 'technician' | 'group'): CompiledRule {
  const origin: RuleOrigin = { kind: 'switched-on', level };
  return { who, role: workingRole, act, rel: 'own', eft: 'allow', origin };
}

function grantRoles(who: string, granted: readonly HeldGrant[]): CompiledRule[] {
  return granted.flatMap((grant) => {
    const { role, scope: rel } = grant;
    const origin: RuleOrigin = { kind: 'grant', grant };
    return actsOf(grant).map((act) => ({ who, role, act, rel, eft: 'allow', origin }));
  });
}

/** To give roles is granted as such, for whoever asks at all, and for each role that is not excepted. */
function actsOf({ action, except }: HeldGrant): string[] {
  if (action !== 'technician.assign-role') return [action];
  const given = roles.filter((role) => !except.includes(role));
  return [actName(action), ...given.map((role) => actName(action, role))];
}
