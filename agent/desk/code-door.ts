import { setTimeout as wait } from 'node:timers/promises';
import type {
  SchemaCodeStanding,
  SchemaDeviceInfo,
  SchemaIssuedCode,
} from '../../api/generated/openapi.js';
import { DeskClient } from './desk-client.js';
import { DeskProblem, isOfDesk } from './desk-problem.js';
import { type DeskAddress, type Link, parseLink } from './link.js';
import { passOver } from './pass-over.js';
import { workOut } from './work-out.js';

/** What the code is asked with. */
export interface CodeDoorParts {
  readonly deviceKey: () => Promise<string>;
  readonly deviceInfo: () => Promise<SchemaDeviceInfo>;
}

/** What becomes of a code. */
export interface CodeListener {
  shown(digits: string, remainingMs: number): void;
  /** A technician has entered it: this link leads to the session. */
  entered(link: Link): void;
  /** Nobody can use it any more: its time is up, or the desk says so before. */
  over(digits: string): void;
  failed(error: unknown): void;
}

const pauseWhenAway = 2_000;

/** A way in without a link: nine digits of a desk, until a technician has entered them. */
export class CodeDoor {
  readonly #parts: CodeDoorParts;
  readonly #listener: CodeListener;
  readonly #client: DeskClient;
  readonly #end = new AbortController();
  #issued: SchemaIssuedCode | null = null;
  #ending: NodeJS.Timeout | undefined;
  #saidOver = false;

  constructor(desk: DeskAddress, parts: CodeDoorParts, listener: CodeListener) {
    this.#client = new DeskClient(desk.origin);
    this.#parts = parts;
    this.#listener = listener;
  }

  /** Asks for a code and follows it to its end. */
  async open(language: 'en' | 'pt-BR'): Promise<void> {
    try {
      const issued = await this.#issue(language);
      this.#issued = issued;
      if (this.#end.signal.aborted) this.close();
      else this.#show(issued);
      await this.#follow(issued);
    } catch (error) {
      // What went wrong is said, and no later moment says another thing over it.
      clearTimeout(this.#ending);
      if (!this.#end.signal.aborted) this.#listener.failed(error);
    }
  }

  /** The person no longer waits; the desk is told, and need not answer. */
  close(): void {
    this.#end.abort();
    clearTimeout(this.#ending);
    const issued = this.#issued;
    this.#issued = null;
    if (issued) {
      // Unheard, the code ends by itself in a few minutes.
      this.#client.giveUpCode(issued.deviceToken).catch(passOver);
    }
  }

  async #issue(language: 'en' | 'pt-BR'): Promise<SchemaIssuedCode> {
    const key = await this.#parts.deviceKey();
    const info = await this.#parts.deviceInfo();
    try {
      return await this.#client.issueCode(key, info, { language });
    } catch (error) {
      if (!(error instanceof DeskProblem) || !error.work) throw error;
      const proof = await workOut(error.work, this.#end.signal);
      return this.#client.issueCode(key, info, { language, proof });
    }
  }

  #show({ code, remainingMs }: SchemaIssuedCode): void {
    this.#listener.shown(code, remainingMs);
    this.#ending = setTimeout(() => {
      this.#sayOver(code);
    }, remainingMs);
  }

  /** Says it once, whoever finds it first: the clock here or the desk. */
  #sayOver(code: string): void {
    clearTimeout(this.#ending);
    if (!this.#saidOver) this.#listener.over(code);
    this.#saidOver = true;
  }

  /** Until the desk says what became of it, which may be after its time: it may have been typed in the last second. */
  async #follow(issued: SchemaIssuedCode): Promise<void> {
    let standing = await this.#standing(issued.deviceToken);
    while (!this.#isOver && (standing === null || standing.state === 'live')) {
      standing = await this.#standing(issued.deviceToken);
    }
    if (this.#isOver) return;
    this.#issued = null;
    const link = standing?.link ? parseLink(standing.link.url) : 'not-a-link';
    if (typeof link === 'string') this.#sayOver(issued.code);
    else this.#enter(link);
  }

  #enter(link: Link): void {
    clearTimeout(this.#ending);
    this.#listener.entered(link);
  }

  get #isOver(): boolean {
    return this.#end.signal.aborted;
  }

  /** Null when the desk could not be asked; it is asked again a little later. */
  async #standing(deviceToken: string): Promise<SchemaCodeStanding | null> {
    try {
      return await this.#client.awaitCode(deviceToken, this.#end.signal);
    } catch (error) {
      if (error instanceof DeskProblem && !error.passing) return { state: 'over', remainingMs: 0 };
      if (!isOfDesk(error)) throw error;
      await wait(pauseWhenAway, undefined, { signal: this.#end.signal }).catch(() => undefined);
      return null;
    }
  }
}
