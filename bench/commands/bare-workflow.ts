import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { Envelope, Outcome } from '../../workflows/contract.js';

/** An Update with the same argument and answer as a session's, which does nothing. */
export const nothing = defineUpdate<Outcome, [Envelope]>('nothing');

/** The same, with a local activity that does nothing and another instant to wake up at. */
export const nothingRecorded = defineUpdate<Outcome, [Envelope]>('nothingRecorded');

/** What `nothingRecorded` waits for. */
export interface BareActivities {
  doNothing(envelope: Envelope): Promise<void>;
}

const { doNothing } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10s' });
const wakeAfterMs = 3_600_000;

/** The least that a workflow can be; it ends when so many Updates were recorded, as a session ends with its last command. */
export async function bare(updates = Infinity): Promise<void> {
  let recorded = 0;
  setHandler(nothing, () => ({ sequence: 0 }));
  setHandler(nothingRecorded, async (envelope) => {
    await doNothing(envelope);
    recorded += 1;
    return { sequence: recorded };
  });
  while (recorded < updates) await wakeUp(recorded);

  async function wakeUp(before: number): Promise<void> {
    const hasMoved = () => recorded !== before;
    if (before === 0) await condition(hasMoved);
    else await condition(hasMoved, wakeAfterMs + before);
  }
}
