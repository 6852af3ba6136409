import { desk } from '../../workflows/domain/policy/roles.js';
import type { Authorizer } from '../authorize.js';
import type { Decision, RefusalReason } from '../decision.js';
import { grantText } from '../deciding/decision-of.js';
import type { Assignment, Switch } from '../organisation.js';
import type { Question } from '../question.js';
import type { HeldGrant } from '../deciding/role-grants.js';

/** A decision with all that it rests on. */
export interface Explanation {
  readonly question: Question;
  readonly decision: Decision;
  /** Whether the organisation has the channel, or the desk is meant; else it is one that may be made later. */
  readonly channelKnown: boolean;
  /** The roles that count there, and through whom they are held. */
  readonly roles: readonly Assignment[];
  /** What these roles say about the action, whatever the relation. */
  readonly grants: readonly HeldGrant[];
  /** The switches on the way, nearest first, and whether each is heard. */
  readonly switches: readonly { readonly said: Switch; readonly heard: boolean }[];
}

/** Takes a decision and gathers what led to it. */
export function explain(authorizer: Authorizer, question: Question): Explanation {
  const { people, grants } = authorizer;
  const roles = people.rolesIn(question.technician, question.channel);
  const held = new Set(roles.map(({ role }) => role));
  const switches = people.switchesFor(question.technician, question.action);
  return {
    question,
    decision: authorizer.decide(question),
    channelKnown: isKnown(authorizer, question.channel),
    roles,
    grants: grants.filter(({ role, action }) => held.has(role) && action === question.action),
    switches: switches.map((said) => ({ said, heard: isHeard(said, switches) })),
  };
}

function isKnown({ people }: Authorizer, channel: string): boolean {
  return channel === desk || people.hasChannel(channel);
}

/** The nearest level that says something is heard; among groups `off` is. */
function isHeard(said: Switch, all: readonly Switch[]): boolean {
  if (said.set === 'default') return false;
  if (said.for.kind === 'technician') return true;
  const groups = all.filter((other) => other.for.kind === 'group');
  const hidden = all.some((other) => other.for.kind === 'technician' && other.set !== 'default');
  return !hidden && (said.set === 'off' || !groups.some((other) => other.set === 'off'));
}

const reasons: Readonly<Record<RefusalReason, string>> = {
  'unknown-technician': 'nobody of this key is known',
  disabled: 'disabled technicians may do nothing',
  'no-role-here': 'no role counts there',
  'switched-off': 'it is switched off',
  'not-granted': 'nothing grants it',
};

/** An explanation as lines to be read. */
export function explanationLines(explanation: Explanation): string[] {
  const { question, decision, channelKnown, roles, grants, switches } = explanation;
  const { technician, channel, action, relation } = question;
  return [
    `${technician} ${action} (${relation}) in ${channel}: ${decision.allowed ? 'allow' : 'deny'}`,
    ...(channelKnown
      ? []
      : [`  channel ${channel} is not there yet: only roles at the desk count`]),
    ...roles.map(({ role, to, in: at }) => `  role    ${role} in ${at}, by ${to.kind}:${to.key}`),
    ...grants.map((grant) => `  grant   ${grantText(grant)}`),
    ...switches.map(
      ({ said, heard }) => `  switch  ${switchText(said)}${heard ? '' : ', not heard'}`,
    ),
    `  because ${because(decision)}`,
    ...grantedBy(decision),
    `  policy  ${decision.revision}`,
  ];
}

function switchText({ for: target, set }: Switch): string {
  return `${target.kind}:${target.key} ${set}`;
}

function because(decision: Decision): string {
  if (decision.allowed) return decision.rule;
  const reason = reasons[decision.reason];
  return decision.rule === null ? reason : `${reason}: ${decision.rule}`;
}

function grantedBy(decision: Decision): string[] {
  if (decision.allowed) return [];
  const roles = decision.grantedBy.join(', ');
  return [`  granted by ${roles === '' ? 'no role' : roles}`];
}
