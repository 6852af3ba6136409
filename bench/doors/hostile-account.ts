import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Closing } from '../closing.js';
import { letGo } from '../let-go.js';
import type { FarDesk } from './far-client.js';
import type { GuesserOrder, GuessTally } from './guesser.js';

const addresses = 50;

/** A technician's account in bad hands, at work in a process of its own. */
export class HostileAccount {
  readonly #process: ChildProcess;
  readonly #order: Omit<GuesserOrder, 'guesses'>;
  #tally: GuessTally = { sent: 0, letThrough: 0, hits: 0 };

  constructor(closing: Closing, desk: FarDesk, technician: string) {
    this.#process = fork(join(import.meta.dirname, 'guesser-process.js'));
    closing.add(() => letGo(this.#process));
    const { url, secrets } = desk;
    this.#order = { desk: { url, secrets }, technician, addresses };
  }

  /** What has come of it so far. */
  get tally(): GuessTally {
    return this.#tally;
  }

  /** Guesses so often, as fast as it may, and waits for the answers. */
  async guess(guesses: number): Promise<void> {
    const order: GuesserOrder = { ...this.#order, guesses };
    this.#process.send(order);
    const [tally] = (await Promise.race([
      once(this.#process, 'message'),
      once(this.#process, 'exit').then(() => {
        throw new Error('Whoever guesses gave up.');
      }),
    ])) as [GuessTally];
    this.#tally = tally;
  }
}
