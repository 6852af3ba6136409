import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { signIn } from '../../deploy/technician/sign-in.js';
import type { ConsoleAnswer, ConsoleQuestion } from './console-messages.js';

const mark = Buffer.from('event: session\n');

/** Live streams as consoles hold them open, in a process of their own: technicians sit at other machines. */
class Consoles {
  readonly #agent = new Agent({ keepAlive: false });
  readonly #streams: IncomingMessage[] = [];
  #desk = '';
  #cookies: readonly string[] = [];
  #heard = 0;

  async answer(question: ConsoleQuestion): Promise<ConsoleAnswer> {
    if (question.kind === 'sign-in') await this.#signIn(question);
    if (question.kind === 'look-at') this.#desk = question.desk;
    if (question.kind === 'open') await this.#keepOpen(question.count);
    return { open: this.#streams.length, heard: this.#heard };
  }

  async #signIn({ desk, people, password }: Extract<ConsoleQuestion, { kind: 'sign-in' }>) {
    this.#desk = desk;
    const signedIn = await Promise.all(people.map((key) => signIn(desk, key, password)));
    this.#cookies = signedIn.map(({ cookie }) => cookie);
  }

  async #keepOpen(count: number): Promise<void> {
    for (const stream of this.#streams.splice(count)) stream.destroy();
    while (this.#streams.length < count) this.#streams.push(await this.#open(this.#streams.length));
  }

  async #open(place: number): Promise<IncomingMessage> {
    const cookie = this.#cookies[place % this.#cookies.length] ?? '';
    const request = get(new URL('/api/live', this.#desk), {
      agent: this.#agent,
      headers: { Cookie: cookie },
    });
    const [stream] = (await once(request, 'response')) as [IncomingMessage];
    if (stream.statusCode !== 200) {
      throw new Error(`A stream was refused with ${String(stream.statusCode)}.`);
    }
    stream.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(mark); at >= 0; at = chunk.indexOf(mark, at + 1))
        this.#heard += 1;
    });
    stream.on('error', () => undefined); // Closed from here, in the middle of what it says.
    return stream;
  }
}

const consoles = new Consoles();
process.on('message', (question: ConsoleQuestion) => {
  void consoles.answer(question).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => {
  process.exit(0);
});
