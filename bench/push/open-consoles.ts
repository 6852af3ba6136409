import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { House } from '../../deploy/supervisor/house.js';
import { letGo } from '../let-go.js';
import type { ConsoleAnswer, ConsoleQuestion } from './console-messages.js';

/** Who sits at them: people who see every session, and may not all do the same. */
const people = ['kofi', 'julia', 'nora'];

/** Consoles without a screen that hear of every change, as many as are wanted at a time. */
export class OpenConsoles {
  readonly #process: ChildProcess;
  readonly #ended: Promise<never>;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#ended = once(process, 'exit').then(() => {
      throw new Error('The process of the consoles has ended.');
    });
    this.#ended.catch(() => undefined); // Heard by whoever asks it something.
  }

  /** Consoles of people at a desk. */
  static async signIn({ url, secrets }: House): Promise<OpenConsoles> {
    const consoles = OpenConsoles.#begin();
    const password = secrets.MAYDAY_DEMO_PASSWORD;
    await consoles.#ask({ kind: 'sign-in', desk: url, people, password });
    return consoles;
  }

  /** The same at something that asks nobody who they are. */
  static async lookAt(url: string): Promise<OpenConsoles> {
    const consoles = OpenConsoles.#begin();
    await consoles.#ask({ kind: 'look-at', desk: url });
    return consoles;
  }

  static #begin(): OpenConsoles {
    return new OpenConsoles(fork(join(import.meta.dirname, 'console-process.js')));
  }

  /** Opens or closes streams until there are so many. */
  async keep(count: number): Promise<void> {
    const { open } = await this.#ask({ kind: 'open', count });
    if (open !== count) throw new Error(`${open} consoles are open instead of ${count}.`);
  }

  /** How many changes of sessions all of them together have heard of so far. */
  async heard(): Promise<number> {
    return (await this.#ask({ kind: 'count' })).heard;
  }

  close(): Promise<void> {
    return letGo(this.#process);
  }

  async #ask(question: ConsoleQuestion): Promise<ConsoleAnswer> {
    const answered = once(this.#process, 'message') as Promise<[ConsoleAnswer]>;
    this.#process.send(question);
    const [answer] = await Promise.race([answered, this.#ended]);
    return answer;
  }
}
