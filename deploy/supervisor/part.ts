import type { partNames } from './settings/part-names.mjs';

export type PartName = (typeof partNames)[number];

/** A system user that a process runs as; left out, it runs as ourselves. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** How to run one process, to know that it is ready, and to end it. */
export interface PartPlan {
  readonly name: PartName;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly user?: SystemUser | undefined;
  readonly folder?: string;
  readonly logFile: string;
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds between the stop signal and SIGKILL. */
  readonly stopWithin: number;
  /** Milliseconds that the process may take until it is ready. */
  readonly readyWithin: number;
  /** How often a start is tried before it counts as failed; once where nothing is said. */
  readonly tries?: number;
  /** Whether the running process with this id does its work; answers false rather than throwing. */
  readonly isReady: (pid: number) => Promise<boolean>;
}

/** A part that did not come up: its name and the last lines of its log. */
export class PartFailed extends Error {
  readonly part: PartName;

  constructor(part: PartName, reason: string, logTail: string) {
    super(`${part} ${reason}${logTail === '' ? '' : `\n${logTail}`}`);
    this.part = part;
  }
}
