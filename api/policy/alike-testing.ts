import type { Organisation, Switch } from '../../policies/organisation.js';
import type { Action } from '../../workflows/domain/policy/actions.js';

/** What is asked for, and where. */
export interface Matter {
  readonly channel: string;
  readonly actions: readonly Action[];
}

/**
 * One technician for each way of standing in a channel: whom the organisation's own tables do not
 * tell apart there, by roles or by what is switched for the actions in question, are alike.
 */
export function oneOfEachKind(organisation: Organisation, matter: Matter): readonly string[] {
  const kinds = new Map<string, string>();
  for (const { key, disabled } of organisation.technicians) {
    const kind = JSON.stringify([disabled, ...kindOf(organisation, key, matter)]);
    if (!kinds.has(kind)) kinds.set(kind, key);
  }
  return [...kinds.values()];
}

function kindOf(
  organisation: Organisation,
  technician: string,
  { channel, actions }: Matter,
): readonly (readonly string[])[] {
  const groups = organisation.groups.filter(({ members }) => members.includes(technician));
  const isTheirs = ({ kind, key }: Switch['for']): boolean =>
    kind === 'technician' ? key === technician : groups.some((group) => group.key === key);
  const held = organisation.roles
    .filter(({ to, in: place }) => isTheirs(to) && (place === channel || place === '*'))
    .map(({ role, in: place }) => `${role} ${place}`);
  const switched = organisation.switches
    .filter(({ action, for: target }) => actions.includes(action) && isTheirs(target))
    .map(({ action, for: target, set }) => `${target.kind} ${action} ${set}`);
  return [held, switched].map((said) => [...new Set(said)].sort());
}
