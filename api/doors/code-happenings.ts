import type { Happening } from '../../activities/audit/gathered-store.js';
import type { Permit } from '../policy/permit.js';

/** What a device did about a code of its own; which code is told only once it leads to a session. */
export function codeHappening(did: 'issued' | 'given-up', address: string): Happening {
  return {
    kind: 'door',
    actor: { kind: 'user' },
    subject: { kind: 'code', key: 'codes' },
    what: { did },
    revision: null,
    address,
  };
}

/** A technician entered digits that lead nowhere. */
export function wrongCode({ caller, channel, grant }: Permit): Happening {
  const who = { kind: 'technician', key: caller.technician } as const;
  return {
    kind: 'door',
    actor: who,
    subject: who,
    what: { did: 'entered-wrong-code', channel },
    revision: grant.revision,
    address: caller.address,
  };
}
