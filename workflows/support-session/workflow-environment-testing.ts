import { fileURLToPath } from 'node:url';
import {
  WithStartWorkflowOperation,
  WorkflowIdConflictPolicy,
  WorkflowUpdateFailedError,
  type WorkflowHandle,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { Envelope, Outcome, SupportSessionInput } from '../contract.js';
import { supportSessionType, workflowIdOf } from '../contract.js';
import type { Session } from '../domain/session/session.js';
import type { FakePorts } from './fake-ports-testing.js';

// A runtime can be set up only once in a process, before anything uses it.
Runtime.install({ logger: new DefaultLogger('ERROR') });

const taskQueue = 'workflow-specs';

type SessionWorkflow = (input: SupportSessionInput) => Promise<void>;

/** A Temporal server whose clock skips, and a worker with the session's workflow on fake ports. */
export class WorkflowEnvironment {
  readonly #environment: TestWorkflowEnvironment;
  readonly #worker: Worker;
  readonly #running: Promise<void>;

  private constructor(environment: TestWorkflowEnvironment, worker: Worker) {
    this.#environment = environment;
    this.#worker = worker;
    this.#running = worker.run();
  }

  /** Starts both; `MAYDAY_TEST_TIME_SKIPPING` names the server's program. */
  static async open(ports: FakePorts): Promise<WorkflowEnvironment> {
    const environment = await openTimeSkipping();
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue,
      identity: 'a-worker',
      workflowBundle: await bundleOnce(),
      activities: {
        appendEvents: ports.appendEvents.bind(ports),
        lookAfter: ports.lookAfter.bind(ports),
        admitSignal: ports.admitSignal.bind(ports),
        endMedia: ports.endMedia.bind(ports),
      },
    });
    return new WorkflowEnvironment(environment, worker);
  }

  async close(): Promise<void> {
    this.#worker.shutdown();
    await this.#running;
    await this.#environment.teardown();
  }

  /** Lets the server's clock go on by so many milliseconds. */
  pass(milliseconds: number): Promise<void> {
    return this.#environment.sleep(milliseconds);
  }

  /** What the server's clock shows. */
  now(): Promise<number> {
    return this.#environment.currentTimeMs();
  }

  /** Starts a session's workflow together with a first Update. */
  startWith(sessionId: string, update: string, envelope: Envelope, session: Session | null = null) {
    const input: SupportSessionInput = { sessionId, session, routed: true };
    const startWorkflowOperation = new WithStartWorkflowOperation<SessionWorkflow>(
      supportSessionType,
      {
        workflowId: workflowIdOf(sessionId),
        taskQueue,
        args: [input],
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      },
    );
    return answerOf(
      this.#environment.client.workflow.executeUpdateWithStart<
        SessionWorkflow,
        Outcome,
        [Envelope]
      >(update, {
        updateId: envelope.id,
        args: [envelope],
        startWorkflowOperation,
      }),
    );
  }

  /** Sends an Update under its envelope's id. */
  send(sessionId: string, update: string, envelope: Envelope): Promise<Outcome | string> {
    return answerOf(
      this.handle(sessionId).executeUpdate<Outcome, [Envelope]>(update, {
        updateId: envelope.id,
        args: [envelope],
      }),
    );
  }

  handle(sessionId: string): WorkflowHandle {
    return this.#environment.client.workflow.getHandle(workflowIdOf(sessionId));
  }

  /** How many history events the session's workflow has, and how many bytes. */
  async history(sessionId: string): Promise<{ readonly events: number; readonly bytes: number }> {
    const { events } = await this.handle(sessionId).fetchHistory();
    const { historySize } = await this.handle(sessionId).describe();
    return { events: events?.length ?? 0, bytes: historySize ?? 0 };
  }
}

/** The answer of an Update, or the code of its refusal; anything else is thrown. */
async function answerOf(update: Promise<Outcome>): Promise<Outcome | string> {
  try {
    return await update;
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : error;
    if (cause instanceof ApplicationFailure) return cause.message;
    throw error;
  }
}

let bundle: ReturnType<typeof bundleWorkflowCode> | undefined;

/** The workflows' code, bundled once for all specs of a process. */
export function bundleOnce(): ReturnType<typeof bundleWorkflowCode> {
  bundle ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows.js', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
  return bundle;
}

/** A Temporal server whose clock skips; `MAYDAY_TEST_TIME_SKIPPING` names its program. */
export async function openTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const start = () =>
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: serverPath() } },
    });
  // It is a Java program, which the SDK gives five seconds; on a busy machine the first start can take longer.
  return start().catch(start).catch(start);
}

function serverPath(): string {
  const path = process.env['MAYDAY_TEST_TIME_SKIPPING'];
  if (path === undefined) throw new Error('MAYDAY_TEST_TIME_SKIPPING names no test server.');
  return path;
}
