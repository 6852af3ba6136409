import { setFlagsFromString } from 'node:v8';
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

/** Sessions that a worker has in hand at once; what they write waits for the database's connections. */
const atOnce = 300;

/**
 * How many frames workflows note of where each of their promises was made, which the SDK does for its
 * query for stacks. With V8's ten that is a fifth of what a command takes.
 */
const framesOfWorkflows = 2;

/** Connects and starts to work. */
export async function startWorker(plan: WorkerPlan): Promise<RunningWorker> {
  // Holds for contexts that are made from now on, as those of workflows are; our own errors keep their stacks.
  setFlagsFromString(`--stack-trace-limit=${framesOfWorkflows}`);
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
    // With the default of ten seconds, timers are that late after a worker was killed; with one, tasks
    // of sessions that come due together are given away while they wait.
    stickyQueueScheduleToStartTimeout: '3s',
    // When many sessions come due at once, a task that waits in the worker is not given to another.
    maxConcurrentWorkflowTaskExecutions: atOnce,
    maxConcurrentLocalActivityExecutions: atOnce,
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
