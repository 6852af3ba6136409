import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { baseEnvironment } from '../base-environment.js';
import { isListening } from '../is-listening.js';
import type { PartPlan } from '../part.js';

/** What an embedded Temporal server needs to know. */
export interface TemporalSetting {
  readonly program: string;
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
}

/** The plan for a Temporal development server on loopback that keeps its state in a file. */
export function planTemporal({ program, folder, port, logFile }: TemporalSetting): PartPlan {
  return {
    name: 'temporal',
    command: program,
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--db-filename', join(folder, 'temporal.sqlite')],
      ...['--log-level', 'warn', '--log-format', 'json'],
    ],
    environment: baseEnvironment(),
    folder,
    logFile,
    stopSignal: 'SIGINT',
    stopWithin: 8_000,
    readyWithin: 60_000,
    // Its inner services take ports that were free a moment before, and it ends when they are not any more.
    tries: 3,
    // The client would try a closed port again and again before it says no.
    isReady: async () => (await isListening(port)) && serves(`127.0.0.1:${port}`, 'default'),
  };
}

/** Whether a Temporal server at this address knows the namespace. */
async function serves(address: string, namespace: string): Promise<boolean> {
  return ask(address, async (connection) => {
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  });
}

/** Whether the process with this id on this machine polls the task queue for workflow tasks. */
export async function polls(
  address: string,
  namespace: string,
  taskQueue: string,
  pid: number,
): Promise<boolean> {
  return ask(address, async (connection) => {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
    });
    return pollers.some(({ identity }) => identity?.startsWith(`${pid}@`));
  });
}

async function ask(
  address: string,
  question: (connection: Connection) => Promise<boolean>,
): Promise<boolean> {
  const connection = Connection.lazy({ address, connectTimeout: '2s' });
  try {
    return await connection.withDeadline(Date.now() + 2_000, () => question(connection));
  } catch {
    return false; // Not listening yet, or not finished starting.
  } finally {
    await connection.close();
  }
}
