import { userInfo } from 'node:os';
import type { Doing } from '../../activities/audit/doing.js';

/** Who does something from the command line: nobody that the policy knows, but an account of the machine. */
export function doingOf(action: string): Doing {
  const rule = `command-line ${userInfo().username}`;
  return { actor: { kind: 'desk', rule }, action, revision: null };
}
