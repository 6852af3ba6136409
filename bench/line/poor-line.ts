import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { letGo } from '../let-go.js';
import { farNetworkOf, type FarNetwork } from './far-network.js';
import type { LineTerms } from './lane.js';
import type { UserPlace } from './user-place.js';

/**
 * A line with delay, loss and a rate to a network of its own on this machine, in which the user's programs run.
 * Its packets are carried by a process of its own, since not every kernel has netem.
 */
export class PoorLine implements UserPlace {
  readonly desk = { host: '0.0.0.0', name: 'localhost' };
  readonly #process: ChildProcess;
  readonly #network: FarNetwork;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#network = farNetworkOf(process.pid ?? 0);
  }

  /** Lays it, which takes root; throws when it cannot be laid. */
  static async lay(terms: LineTerms): Promise<PoorLine> {
    const program = join(import.meta.dirname, 'line-process.js');
    const line = fork(program, [JSON.stringify(terms)]);
    const isLaid = await Promise.race([
      once(line, 'message').then(() => true),
      once(line, 'exit').then(() => false),
    ]);
    if (!isLaid) throw new Error('The line cannot be laid: it takes Linux, root and /dev/net/tun.');
    return new PoorLine(line);
  }

  get address(): string {
    return this.#network.far.address;
  }

  startedThere(
    command: string,
    args: readonly string[],
  ): readonly [command: string, args: readonly string[]] {
    return ['ip', ['netns', 'exec', this.#network.name, command, ...args]];
  }

  /** Takes it up again, network and all; programs that still run there are cut off. */
  close(): Promise<void> {
    return letGo(this.#process);
  }
}
