import type { SchemaNewSosRequest } from '../api/generated/openapi.js';
import type { CodeWayFollower } from './code-way.js';
import type { CodeDoorParts } from './desk/code-door.js';
import { DeskClient } from './desk/desk-client.js';
import { DeskProblem, isOfDesk } from './desk/desk-problem.js';
import { type Link, parseLink } from './desk/link.js';
import { workOut } from './desk/work-out.js';
import type { SosState } from './helper-state.js';
import { problemOf } from './join-problem.js';
import type { AskedView } from './window/view.js';
import type { Language } from './window/words.js';

/** Often enough that nobody waits long after a pause. */
const lookAgainMs = 8_000;

/** The way to a technician by an SOS Call: its form, and on to the session that the request begins. */
export class SosWay {
  readonly #parts: CodeDoorParts;
  readonly #follower: CodeWayFollower;
  readonly #end = new AbortController();
  #looking: NodeJS.Timeout | undefined;
  /** Asks once more what was asked while no requests were taken. */
  #again: (() => void) | null = null;
  /** One form has one key, so that sending it twice asks once. */
  #key: string = crypto.randomUUID();

  constructor(parts: CodeDoorParts, follower: CodeWayFollower) {
    this.#parts = parts;
    this.#follower = follower;
  }

  open(link: Link): void {
    this.#follower.change({ link: null, code: null, problem: null, connecting: true });
    void this.#look(link);
  }

  /** Sends what the person has written, and goes on to their session. */
  async ask(asked: AskedView, sos: SosState | null, language: Language): Promise<void> {
    if (!sos) return;
    this.#again = null;
    this.#follower.change({ connecting: true });
    try {
      const { link } = sos;
      const way = parseLink(await this.#send(new DeskClient(link.origin), link, asked, language));
      this.#follower.change({ connecting: false });
      if (typeof way !== 'string') this.#follower.join(way);
    } catch (error) {
      if (!isOfDesk(error)) throw error;
      this.#key = crypto.randomUUID();
      const isPaused = error instanceof DeskProblem && error.code === 'sos-call-paused';
      this.#follower.change({ sos: { ...sos, asked } });
      // The person has done their part, also where requests are taken again by the time of the look.
      this.#again = isPaused ? () => void this.ask(asked, sos, language) : null;
      await this.#look(sos.link, asked);
    }
  }

  close(): void {
    this.#end.abort();
    clearTimeout(this.#looking);
  }

  async #look(link: Link, asked: AskedView | null = null): Promise<void> {
    clearTimeout(this.#looking);
    try {
      const visit = await new DeskClient(link.origin).visitSosCall(link.token);
      if (this.#end.signal.aborted) return;
      this.#follower.change({ connecting: false, sos: { link, visit, asked } });
      if (!visit.paused) {
        this.#again?.();
        this.#again = null;
        return;
      }
      this.#looking = setTimeout(() => void this.#look(link, asked), lookAgainMs);
    } catch (error) {
      this.#follower.change({ connecting: false, sos: null, problem: problemOf(error) });
    }
  }

  async #send(
    client: DeskClient,
    { token }: Link,
    { name, subject, answers }: AskedView,
    language: Language,
  ): Promise<string> {
    const request: SchemaNewSosRequest = {
      token,
      deviceKey: await this.#parts.deviceKey(),
      kind: 'helper',
      info: await this.#parts.deviceInfo(),
      name,
      subject,
      answers: [...answers],
      language,
    };
    try {
      return await client.askForHelp(request, this.#key);
    } catch (error) {
      if (!(error instanceof DeskProblem) || !error.work) throw error;
      const proof = await workOut(error.work, this.#end.signal);
      return client.askForHelp({ ...request, proof }, this.#key);
    }
  }
}
