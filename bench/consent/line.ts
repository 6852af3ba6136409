import type { ConsentDesk } from '../../agent/consent-keeper.js';
import type { SchemaConsentScope, SchemaDeviceSession } from '../../api/generated/openapi.js';
import type { Chance } from '../measure/chance.js';
import type { DeskSide } from './desk-side.js';

type Said =
  | {
      readonly kind: 'answer';
      readonly questionId: string;
      readonly scopes: readonly SchemaConsentScope[];
    }
  | { readonly kind: 'withdraw'; readonly scopes: readonly SchemaConsentScope[] }
  | { readonly kind: 'leave' | 'reopen' };

/** Something that the helper says until it has been answered; the desk does it once. */
interface Word {
  readonly said: Said;
  readonly answered: () => void;
  done: boolean;
}

/** The line between helper and desk: requests that overtake each other and get lost, and a stream that is in order, late or cut. */
export class Line implements ConsentDesk {
  readonly #chance: Chance;
  #words: Word[] = [];
  #replies: { readonly word: Word; readonly session: SchemaDeviceSession }[] = [];
  #stream: SchemaDeviceSession[] = [];
  #isOpen = true;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  answer(questionId: string, scopes: readonly SchemaConsentScope[]): Promise<void> {
    return this.say({ kind: 'answer', questionId, scopes });
  }

  withdraw(scopes: readonly SchemaConsentScope[]): void {
    void this.say({ kind: 'withdraw', scopes });
  }

  say(said: Said): Promise<void> {
    return new Promise((answered) => {
      this.#words.push({ said, answered, done: false });
    });
  }

  /** The desk tells how things stand. */
  tell(session: SchemaDeviceSession): void {
    if (this.#isOpen) this.#stream.push(session);
  }

  cut(): void {
    this.#isOpen = false;
    this.#stream = [];
  }

  /** Opened anew, the stream begins with how things stand. */
  open(session: SchemaDeviceSession): void {
    this.#isOpen = true;
    this.#stream = [session];
  }

  /** One word reaches the desk; whether there was one. */
  bringWord(desk: DeskSide, now: number): boolean {
    const word = this.#taken(this.#words);
    if (!word) return false;
    if (!word.done) saidTo(desk, word.said, now);
    word.done = true;
    this.#replies.push({ word, session: desk.shown(now) });
    return true;
  }

  /** One reply comes back, or is lost and the word is said again; gives what the reply told. */
  async bringReply(take: (session: SchemaDeviceSession) => void): Promise<void> {
    const reply = this.#taken(this.#replies);
    if (!reply) return;
    if (this.#chance() < 0.1) {
      this.#words.push(reply.word);
      return;
    }
    take(reply.session);
    reply.word.answered();
    // Whoever waited for it goes on before anything else happens.
    for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
  }

  nextOfStream(): SchemaDeviceSession | null {
    return this.#stream.shift() ?? null;
  }

  #taken<T>(some: T[]): T | null {
    const [taken] = some.splice(Math.floor(this.#chance() * some.length), 1);
    return taken ?? null;
  }
}

function saidTo(desk: DeskSide, said: Said, now: number): void {
  switch (said.kind) {
    case 'answer': {
      const { questionId, scopes } = said;
      const answer =
        scopes.length === 0
          ? ({ answer: 'refuse', questionId } as const)
          : ({ answer: 'grant', questionId, scopes } as const);
      desk.hear({ type: 'consent', ...answer }, now);
      return;
    }
    case 'withdraw':
      desk.hear({ type: 'consent', answer: 'withdraw', scopes: said.scopes }, now);
      return;
    case 'leave':
      desk.hear({ type: 'abandon' }, now);
      return;
    case 'reopen':
      desk.hear({ type: 'reopen' }, now);
  }
}
