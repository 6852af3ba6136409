import { isAction } from '../../workflows/domain/policy/actions.js';

/** Says why something cannot be the action of a switch. */
export function switchFault(action: unknown): string {
  const name = action === undefined ? 'nothing' : JSON.stringify(action);
  if (typeof action !== 'string' || !isAction(action)) return `${name} is not an action`;
  return `${name} cannot be switched: only session.* and tool.* actions can`;
}
