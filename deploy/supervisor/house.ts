import { rmSync } from 'node:fs';
import type { HouseLock } from './lock/lock.js';
import type { PartName } from './part.js';
import { partNames } from './settings/part-names.mjs';
import type { Secrets } from './secrets/secrets.js';
import type { HouseSettings } from './settings/settings.js';
import type { SupervisedPart } from './supervised-part.js';

/** A desk that runs: its processes, kept alive, and what one needs to talk to them. */
export class House {
  readonly url: string;
  readonly data: string;
  readonly secrets: Secrets;
  /** Environment of the worker and the API, for another process beside them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly parts: Partial<Record<PartName, SupervisedPart>> = {};
  readonly #settings: HouseSettings;
  readonly #lock: HouseLock;
  #folders: string[] = [];
  #ending: Promise<void> | undefined;
  readonly #endWithProcess = () => {
    this.forceStop();
  };

  constructor(
    settings: HouseSettings,
    lock: HouseLock,
    secrets: Secrets,
    environment: Readonly<Record<string, string>>,
  ) {
    this.url = settings.publicUrl;
    this.data = settings.data;
    this.secrets = secrets;
    this.environment = environment;
    this.#settings = settings;
    this.#lock = lock;
    // The parts have process groups of their own: without this a program that fails leaves them running.
    process.once('exit', this.#endWithProcess);
  }

  /** Takes a part into the house and starts it; throws PartFailed. */
  async add(part: SupervisedPart): Promise<void> {
    if (this.#ending !== undefined) throw new Error('The house is ending.');
    this.parts[part.name] = part;
    try {
      await part.start();
    } finally {
      this.rememberParts();
    }
  }

  /** Writes down which processes belong to the house now. */
  rememberParts(): void {
    if (this.#ending !== undefined) return;
    this.#lock.remember(this.#running().flatMap(({ pid }) => (pid === undefined ? [] : [pid])));
  }

  /** A folder outside the data folder that goes with a throwaway house. */
  alsoOwns(folder: string): void {
    this.#folders.push(folder);
  }

  /** Sends a signal to a part (SIGKILL unless told); resolves when the process has ended. It comes back by itself. */
  async kill(name: PartName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.#part(name).kill(signal);
  }

  /** Resolves when the part does its work; at once when it does. */
  async whenReady(name: PartName, within?: number): Promise<void> {
    await this.#part(name).whenReady(within);
  }

  /** Ends every part, last started first, each within its time. */
  stop(): Promise<void> {
    this.#ending ??= this.#stop();
    return this.#ending;
  }

  /** Ends every part at once, when nobody wants to wait. */
  forceStop(): void {
    this.#ending ??= Promise.resolve();
    for (const part of this.#running()) part.forceStop();
    this.#letGo();
  }

  async #stop(): Promise<void> {
    for (const part of this.#running().reverse()) await part.stop();
    this.#letGo();
    if (!this.#settings.throwaway) return;
    for (const folder of [this.data, ...this.#folders]) {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The data is anybody's again, so nothing of this house may touch it when the process ends. */
  #letGo(): void {
    process.off('exit', this.#endWithProcess);
    this.#lock.release();
  }

  #running(): SupervisedPart[] {
    return partNames.flatMap((name) => this.parts[name] ?? []);
  }

  #part(name: PartName): SupervisedPart {
    const part = this.parts[name];
    if (part === undefined) throw new Error(`This house does not run ${name} itself.`);
    return part;
  }
}
