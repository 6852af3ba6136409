import { get as getPlainly } from 'node:http';
import { get as getByTls } from 'node:https';
import { join } from 'node:path';
import type { PartPlan } from '../part.js';
import { project } from '../places.js';
import { polls } from './temporal.js';

/** What the worker and the API have in common: their configuration and their log. */
export interface DeskProcess {
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly logFile: string;
}

/** Where the worker finds its work. */
export interface TaskQueue {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

export const workerEntry = join(project, 'build/activities/main.js');
export const apiEntry = join(project, 'build/api/main.js');

/** The plan for the Temporal worker; it is ready when the server sees it poll. */
export function planWorker(desk: DeskProcess, queue: TaskQueue): PartPlan {
  return {
    ...planDeskProcess(desk, workerEntry),
    name: 'worker',
    isReady: (pid) => polls(queue.address, queue.namespace, queue.taskQueue, pid),
  };
}

/** The plan for the API, which serves the console too; `loopbackUrl` is where it answers on this machine. */
export function planApi(desk: DeskProcess, loopbackUrl: string): PartPlan {
  return {
    ...planDeskProcess(desk, apiEntry),
    name: 'api',
    isReady: () => answersReady(`${loopbackUrl}/api/ready`),
  };
}

function planDeskProcess({ environment, logFile }: DeskProcess, entry: string) {
  return {
    command: process.execPath,
    args: ['--enable-source-maps', entry],
    environment,
    folder: project,
    logFile,
    stopSignal: 'SIGTERM',
    stopWithin: 10_000,
    readyWithin: 60_000,
  } as const;
}

/** The certificate is ours or made at start, and this asks our own process on loopback: its name is not checked. */
function answersReady(url: string): Promise<boolean> {
  const options = { rejectUnauthorized: false, timeout: 2_000, agent: false };
  const get = url.startsWith('https:') ? getByTls : getPlainly;
  return new Promise((done) => {
    const request = get(url, options, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => {
      done(false); // Not listening yet.
    });
  });
}
