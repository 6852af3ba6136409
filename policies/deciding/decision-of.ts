import type { Action } from '../../workflows/domain/policy/actions.js';
import { roles, type Role } from '../../workflows/domain/policy/roles.js';
import type { RuleOrigin } from './compile-rules.js';
import type { Decision, RefusalReason } from '../decision.js';
import type { OrganisationIndex } from './organisation-index.js';
import type { Question } from '../question.js';
import { reaches, type HeldGrant } from './role-grants.js';

/** What an answer is explained with. */
interface Background {
  readonly revision: string;
  readonly people: OrganisationIndex;
  readonly grants: readonly HeldGrant[];
}

/** Turns the answer and the rule that gave it into a decision that says why. */
export function decisionOf(
  background: Background,
  question: Question,
  allowed: boolean,
  origin: RuleOrigin | null,
): Decision {
  const { people, grants, revision } = background;
  const rule = origin === null ? null : ruleText(people, question, origin);
  if (allowed && rule !== null) return { allowed, rule, revision };
  const { action, relation, channel } = question;
  return {
    allowed: false,
    missing: { action, relation, channel },
    grantedBy: rolesGranting(grants, question),
    reason: reasonOf(people, question, origin),
    rule,
    revision,
  };
}

/** The roles that grant what is asked, in the order of the vocabulary. */
function rolesGranting(grants: readonly HeldGrant[], question: Question): Role[] {
  const { action, relation, assigning } = question;
  const granting = grants
    .filter((grant) => grant.action === action && reaches(grant.scope, relation))
    .filter(({ except }) => assigning === undefined || !except.includes(assigning));
  return roles.filter((role) => granting.some((grant) => grant.role === role));
}

function reasonOf(
  people: OrganisationIndex,
  { technician, channel }: Question,
  origin: RuleOrigin | null,
): RefusalReason {
  const found = people.technician(technician);
  if (found === undefined) return 'unknown-technician';
  if (found.disabled) return 'disabled';
  if (people.rolesIn(technician, channel).length === 0) return 'no-role-here';
  return origin?.kind === 'switched-off' ? 'switched-off' : 'not-granted';
}

function ruleText(
  people: OrganisationIndex,
  { technician, action }: Question,
  origin: RuleOrigin,
): string | null {
  switch (origin.kind) {
    case 'grant':
      return grantText(origin.grant);
    case 'switched-on':
      return switchText(people, technician, action, origin.level, 'on');
    case 'switched-off':
      return switchText(people, technician, action, origin.level, 'off');
    case 'nothing-more':
      return null;
  }
}

/** A grant in one line, with the place that says it. */
export function grantText({ source, role, action, scope }: HeldGrant): string {
  return `${source}: ${role} ${action} ${scope}`;
}

function switchText(
  people: OrganisationIndex,
  technician: string,
  action: Action,
  level: 'technician' | 'group',
  set: 'on' | 'off',
): string {
  const found = people
    .switchesFor(technician, action)
    .find((said) => said.for.kind === level && said.set === set);
  return `switch ${level}:${found?.for.key ?? ''}: ${action} ${set}`;
}
