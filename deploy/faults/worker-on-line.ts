import type { House } from '../supervisor/house.js';
import { logFileIn } from '../supervisor/house-environment.js';
import { planWorker } from '../supervisor/parts/desk-process.js';
import { SupervisedPart } from '../supervisor/supervised-part.js';
import type { HeldLine } from './held-line.js';

/** Gives a house without a worker one that reaches Temporal by a line that can be held; the house brings it back like any other part. */
export async function addWorkerOnLine(house: House, line: HeldLine): Promise<void> {
  const { environment } = house;
  const plan = planWorker(
    {
      environment: { ...process.env, ...environment, TEMPORAL_ADDRESS: line.address },
      logFile: logFileIn(house.data, 'worker'),
    },
    {
      address: environment['TEMPORAL_ADDRESS'] ?? '',
      namespace: environment['TEMPORAL_NAMESPACE'] ?? '',
      taskQueue: environment['TEMPORAL_TASK_QUEUE'] ?? '',
    },
  );
  await house.add(
    new SupervisedPart(plan, () => {
      house.rememberParts();
    }),
  );
}
