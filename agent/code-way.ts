import { CodeDoor, type CodeDoorParts } from './desk/code-door.js';
import type { KnownDesk } from './desk/known-desk.js';
import { type DeskAddress, type Link, parseDesk } from './desk/link.js';
import type { HelperState } from './helper-state.js';
import { problemOf } from './join-problem.js';
import type { Language } from './window/words.js';

/** What the way by code needs from the machine. */
export interface CodeWayParts extends CodeDoorParts {
  readonly knownDesk: Pick<KnownDesk, 'find' | 'keep'>;
}

/** What the helper does about a code. */
export interface CodeWayFollower {
  change(change: Partial<HelperState>): void;
  join(link: Link): void;
}

/** The way to a technician without a link: which desk, its code on the screen, and on to the session. */
export class CodeWay {
  readonly #parts: CodeWayParts;
  readonly #follower: CodeWayFollower;
  #door: CodeDoor | undefined;

  constructor(parts: CodeWayParts, follower: CodeWayFollower) {
    this.#parts = parts;
    this.#follower = follower;
  }

  /** Shows a code of the desk at a typed address, or of the one that is known from earlier. */
  async ask(typed: string, language: Language): Promise<void> {
    const desk = typed.trim() === '' ? await this.#parts.knownDesk.find() : parseDesk(typed);
    if (desk) this.show(desk, language);
    else this.#follower.change({ link: null, problem: 'no-desk' });
  }

  show(desk: DeskAddress, language: Language): void {
    this.#door?.close();
    this.#follower.change({ link: null, code: null, problem: null, connecting: true });
    this.#door = new CodeDoor(desk, this.#parts, {
      shown: (digits, remainingMs) => {
        const until = performance.now() + remainingMs;
        this.#follower.change({ connecting: false, code: { desk, digits, until, over: false } });
        this.keep(desk);
      },
      entered: (link) => {
        this.#follower.join(link);
      },
      over: (digits) => {
        this.#follower.change({ code: { desk, digits, until: performance.now(), over: true } });
      },
      failed: (error) => {
        this.#follower.change({ connecting: false, code: null, problem: problemOf(error) });
      },
    });
    void this.#door.open(language);
  }

  /** The person goes back. */
  giveUp(): void {
    this.close();
    this.#follower.change({ code: null, connecting: false });
  }

  /** Remembers a desk for the next time. */
  keep(desk: DeskAddress): void {
    void this.#parts.knownDesk.keep(desk);
  }

  close(): void {
    this.#door?.close();
    this.#door = undefined;
  }
}
