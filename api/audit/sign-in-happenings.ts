import type { Happening } from '../../activities/audit/gathered-store.js';
import type { HappeningLog } from './happening-log.js';

/** Why nobody came in. */
export type FailedSignIn =
  'begun-elsewhere' | 'refused-by-provider' | 'unknown' | 'disabled' | 'wrong-password';

/** Somebody who did not come in: whom the desk knows by their key, others by what they are called. */
export interface TurnedAway {
  readonly outcome: FailedSignIn;
  readonly technician?: string;
  readonly name?: string;
  readonly address: string;
  /** The policy revision in force; null where none was read. */
  readonly revision: string | null;
}

/** What the audit gathers of a sign-in that came to nothing. */
export function turnedAway(who: TurnedAway): Happening {
  const { outcome, technician, name, address, revision } = who;
  // Who failed is only claimed, so nobody but the desk itself can be said to have acted.
  const actor = { kind: 'desk', rule: 'sign-in' } as const;
  return {
    kind: 'sign-in',
    actor,
    subject:
      technician === undefined
        ? { kind: 'desk', key: 'sign-in' }
        : { kind: 'technician', key: technician },
    what: { outcome },
    revision,
    address,
    ...(name === undefined ? {} : { name }),
  };
}

/** Notes wrong passwords of the demonstration's sign-in, which the desk brings itself. */
export function wrongPasswordIn(
  happenings: HappeningLog,
): (technician: string, address: string) => void {
  return (technician, address) => {
    happenings.note(turnedAway({ outcome: 'wrong-password', technician, address, revision: null }));
  };
}
