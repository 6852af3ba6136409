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

/** A workflow that has ended when so much was recorded, as a session ends with its last command. */
export async function bareLife(updates: number): Promise<void> {
  let recorded = 0;
  setHandler(nothingRecorded, async (envelope) => {
    await doNothing(envelope);
    recorded += 1;
    return { sequence: recorded };
  });
  while (recorded < updates) {
    const before = recorded;
    await condition(() => recorded !== before, wakeAfterMs + before);
  }
}

/** The least that a workflow can be. */
export async function bare(): Promise<void> {
  let recorded = 0;
  setHandler(nothing, () => ({ sequence: 0 }));
  setHandler(nothingRecorded, async (envelope) => {
    await doNothing(envelope);
    recorded += 1;
    return { sequence: recorded };
  });
  for (;;) await wakeUp(recorded);

  async function wakeUp(before: number): Promise<void> {
    const hasMoved = () => recorded !== before;
    if (before === 0) await condition(hasMoved);
    else await condition(hasMoved, wakeAfterMs + before);
  }
}
