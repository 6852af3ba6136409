import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { supportSessionType } from '../workflows/contract.js';
import type { DeliveryPorts } from '../workflows/notice-delivery/contract.js';
import type { SessionPorts } from '../workflows/ports.js';

/** Where a worker finds its work, and what it does it with. */
export interface WorkerPlan {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  readonly activities: SessionPorts & Partial<DeliveryPorts>;
}

/** A worker at work. */
export interface RunningWorker {
  /** Resolves when it has stopped; rejects when it cannot go on. */
  readonly done: Promise<void>;
  /** Finishes what is under way and lets go of the connection. */
  stop(): Promise<void>;
}

/** Connects and starts to work. */
export async function startWorker(plan: WorkerPlan): Promise<RunningWorker> {
  const { address, namespace, taskQueue, workflowBundle, activities } = plan;
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities: { ...activities },
    // A session that began under other rules ends here, and goes on in a workflow made from its row.
    workflowFailureErrorTypes: { '*': [], [supportSessionType]: ['NondeterminismError'] },
    // With the default of ten seconds, timers are that late after a worker was killed.
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '5s',
  });
  const done = worker.run().finally(() => connection.close());
  return {
    done,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}
