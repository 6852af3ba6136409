import { condition, defineUpdate, setHandler } from '@temporalio/workflow';
import type { Envelope, Outcome } from '../../workflows/contract.js';

/** An Update with the same argument and answer as a session's, which does nothing. */
export const nothing = defineUpdate<Outcome, [Envelope]>('nothing');

/** The least that a workflow can be. */
export async function bare(): Promise<void> {
  setHandler(nothing, () => ({ sequence: 0 }));
  await condition(() => false);
}
