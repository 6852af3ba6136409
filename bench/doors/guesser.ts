import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { workOut } from '../../agent/desk/work-out.js';
import type { SchemaProblem } from '../../api/generated/openapi.js';
import { codeFrom, codeSpace } from '../../workflows/domain/codes/code.js';
import type { FarClient, FarDesk } from './far-client.js';

/** Guesses a second. One address may send a hundred requests a second; this account comes from several. */
const rate = 250;

/** The leading zero bits that it still works for; each bit more takes twice as long. */
const affordableBits = 18;
const forEver = new AbortController().signal;

/** What came of guessing. */
export interface GuessTally {
  /** Guesses that were sent. */
  readonly sent: number;
  /** Guesses that the desk compared with its codes. */
  readonly letThrough: number;
  /** Codes of others that it came upon. */
  readonly hits: number;
}

/** What a process that guesses is told. */
export interface GuesserOrder {
  readonly desk: FarDesk;
  readonly technician: string;
  /** How many addresses the account comes from. */
  readonly addresses: number;
  readonly guesses: number;
}

/** A technician's account in bad hands, which guesses at codes as fast as it can and works where that is cheap. */
export class Guesser {
  readonly #clients: readonly FarClient[];
  readonly #lanes: Promise<void>[] = [];
  #sent = 0;
  #letThrough = 0;
  #hits = 0;

  constructor(clients: readonly FarClient[]) {
    this.#clients = clients;
  }

  /** What has come of it so far. */
  get tally(): GuessTally {
    return { sent: this.#sent, letThrough: this.#letThrough, hits: this.#hits };
  }

  /** Guesses so often at its pace, and waits for the answers. */
  async guess(times: number): Promise<void> {
    const began = performance.now();
    for (let count = 0; count < times; count += 1) {
      this.#lanes.push(this.#guessOnce(this.#clients[count % this.#clients.length]));
      const due = began + (1_000 * (count + 1)) / rate;
      if (due > performance.now()) await pause(due - performance.now());
      if (this.#lanes.length >= rate) await Promise.all(this.#lanes.splice(0));
    }
    await Promise.all(this.#lanes.splice(0));
  }

  async #guessOnce(client: FarClient | undefined): Promise<void> {
    if (client === undefined) throw new Error('Nobody guesses.');
    const code = codeFrom(randomInt(codeSpace));
    const work = await this.#enter(client, { code });
    if (!work || work.bits > affordableBits) return;
    await this.#enter(client, { code, proof: await workOut(work, forEver) });
  }

  async #enter(client: FarClient, entry: object): Promise<SchemaProblem['work']> {
    this.#sent += 1;
    const { status, body } = await client.post<SchemaProblem>('/api/code-entries', entry);
    if (status === 201) this.#hits += 1;
    if (status === 201 || status === 404) this.#letThrough += 1;
    if (![201, 404, 429].includes(status)) throw new Error(`A guess was answered ${body.title}.`);
    return status === 429 ? body.work : undefined;
  }
}
