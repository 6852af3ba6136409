import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { PartFailed, type PartName, type PartPlan } from './part.js';
import { closeLog, openLog, tailOf } from './part-log.js';
import { restartDelay } from './restart-delay.js';
import { until } from './until.js';

/** How long a part may take to say whether it is ready, in milliseconds. */
const longestAnswer = 5_000;

export type PartState = 'starting' | 'ready' | 'down' | 'stopped';

/** One process that is kept running: started, watched, started again when it dies, ended when asked. */
export class SupervisedPart {
  readonly name: PartName;
  readonly #plan: PartPlan;
  readonly #tell: (news: string) => void;
  #child: ChildProcess | undefined;
  #state: PartState = 'down';
  #deaths: number[] = [];
  readonly #stopping = new AbortController();

  constructor(plan: PartPlan, tell: (news: string) => void) {
    this.name = plan.name;
    this.#plan = plan;
    this.#tell = tell;
  }

  /** The process id, or undefined while there is no process. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get state(): PartState {
    return this.#state;
  }

  /** How often the process died without being asked to. */
  get restarts(): number {
    return this.#deaths.length;
  }

  /** Starts the process and resolves when it is ready; throws PartFailed when it ends or takes too long. */
  async start(): Promise<void> {
    for (let left = this.#plan.tries ?? 1; ; left -= 1) {
      try {
        await this.#launch();
        break;
      } catch (error) {
        if (left <= 1 || this.#stopping.signal.aborted) throw error;
      }
    }
    this.#watch();
  }

  /** Resolves as soon as the process is ready; at once when it is. */
  async whenReady(within = 60_000): Promise<void> {
    await until(`${this.name} is ready`, () => this.#state === 'ready', { within, every: 10 });
  }

  /** Sends a signal; after one that ends the process, resolves when it has ended. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const ends = signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGINT';
    if (ends) this.#state = 'down';
    const ended = once(child, 'exit');
    child.kill(signal);
    if (ends) await ended;
  }

  /** Ends the process for good: politely first, by force when that takes too long. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    this.#state = 'stopped';
    if (child === undefined) return;
    const ended = once(child, 'exit');
    child.kill(this.#plan.stopSignal);
    const force = setTimeout(() => child.kill('SIGKILL'), this.#plan.stopWithin);
    await ended;
    clearTimeout(force);
  }

  /** Ends the process at once, when a person does not want to wait. */
  forceStop(): void {
    this.#stopping.abort();
    this.#child?.kill('SIGKILL');
  }

  async #launch(): Promise<void> {
    this.#state = 'starting';
    const child = this.#spawn();
    try {
      await until(
        this.name,
        async () => {
          if (this.#child !== child) throw new Error('ended before it was ready');
          return child.pid !== undefined && (await this.#answers(child.pid));
        },
        { within: this.#plan.readyWithin },
      );
    } catch (error) {
      await this.kill('SIGKILL');
      const reason = error instanceof Error ? error.message : String(error);
      throw new PartFailed(this.name, reason, tailOf(this.#plan.logFile));
    }
    if (this.#child === child && !this.#stopping.signal.aborted) this.#state = 'ready';
  }

  /** An answer that never comes is a no: the next question may find it ready. */
  async #answers(pid: number): Promise<boolean> {
    const settled = new AbortController();
    try {
      const silence = pause(longestAnswer, false, { signal: settled.signal });
      return await Promise.race([this.#plan.isReady(pid), silence]);
    } finally {
      settled.abort();
    }
  }

  #spawn(): ChildProcess {
    const { command, args, environment, user, folder, logFile } = this.#plan;
    const log = openLog(logFile);
    const child = spawn(command, args, {
      env: environment,
      stdio: ['ignore', log, log],
      // A group of its own keeps the terminal's Ctrl-C from reaching it: the supervisor ends parts in order.
      detached: true,
      ...(folder === undefined ? {} : { cwd: folder }),
      ...user,
    });
    closeLog(log);
    this.#child = child;
    const forget = () => {
      if (this.#child === child) this.#child = undefined;
    };
    child.once('exit', forget).once('error', forget);
    return child;
  }

  #watch(): void {
    const child = this.#child;
    if (child === undefined) {
      void this.#revive();
      return;
    }
    child.once('exit', (code, signal) => {
      if (this.#stopping.signal.aborted) return;
      this.#state = 'down';
      this.#tell(`${this.name} ended (${signal ?? String(code)}); starting it again`);
      void this.#revive();
    });
  }

  /** Starts the process again until that works: at once after a first death, more and more slowly after several. */
  async #revive(): Promise<void> {
    this.#deaths.push(performance.now());
    try {
      await pause(restartDelay(this.#deaths, performance.now()), undefined, {
        signal: this.#stopping.signal,
      });
      await this.#launch();
      this.#tell(`${this.name} is back`);
      this.#watch();
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#tell(error instanceof Error ? error.message : String(error));
      await this.#revive();
    }
  }
}
