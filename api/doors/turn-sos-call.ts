import type { DeskStores } from '../desk-stores.js';
import type { Permit } from '../policy/permit.js';
import { ProblemError } from '../problems/problem-error.js';

/** Pauses, resumes or deletes an SOS Call of the channel that the permit is for. */
export async function turnSosCall(
  { sosCalls }: Pick<DeskStores, 'sosCalls'>,
  id: string,
  to: 'paused' | 'resumed' | 'deleted',
  { caller, channel, grant }: Permit,
): Promise<void> {
  const actor = { kind: 'technician', key: caller.technician } as const;
  const turned = await sosCalls.turn(id, channel, to, { actor, ...grant });
  if (!turned) throw new ProblemError('not-found');
}
