import type { Action } from '../../workflows/domain/policy/actions.js';
import type { Happening } from './gathered-store.js';

/** What the policy refused to somebody who asked in their own name. */
export interface RefusedByPolicy {
  readonly technician: string;
  readonly action: Action;
  readonly channel: string;
  readonly revision: string;
  /** Where it came from; empty where that is not known. */
  readonly address: string;
}

/** A refusal as the audit gathers it, whichever way it was asked. */
export function refusedByPolicy(refused: RefusedByPolicy): Happening {
  const { technician, action, channel, revision, address } = refused;
  const who = { kind: 'technician', key: technician } as const;
  return {
    kind: 'refusal',
    actor: who,
    subject: who,
    what: { action, channel },
    revision,
    address,
  };
}
