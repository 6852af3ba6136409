import { Desk } from '../desk/desk.js';
import { startingLanguage, keepLanguage } from '../language/kept-language.js';
import type { Language } from '../language/language.js';
import { keepWay, keptWay, takeLink, type Way } from '../link/kept-link.js';
import { canShowScreens } from '../share/choose-screen.js';
import type { Model } from '../state/model.js';
import { Store } from '../state/store.js';
import { Arrival } from './arrival.js';
import { Attendance } from './attendance.js';
import { Conversation } from './conversation.js';
import { Showing } from './showing.js';

/** Often enough to notice a helper soon, seldom enough for many people behind one address. */
const lookAgainMs = { helper: 6_000, undecided: 30_000 };

/** All that a person can do on the invitation page. */
export interface Actions {
  /** Moves on to one of the two ways, or back to the choice between them. */
  go(way: Way): void;
  speak(language: Language): void;
  tryNow(): void;
  choose(): void;
  refuse(): void;
  pause(paused: boolean): void;
  stop(): void;
  leave(): void;
  /** How the help was, from 1 to 5, with words or without. */
  rate(score: number, words: string): void;
  /** It is not solved after all. */
  askAgain(): void;
  write(text: string): void;
  writeAgain(key: string): void;
}

/** The life of the invitation page, from the link to the receipt. */
export class InvitationPage implements Actions {
  readonly store: Store<Model>;
  readonly #arrival: Arrival;
  readonly #attendance: Attendance;
  readonly #conversation: Conversation;
  readonly #showing: Showing;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const desk = new Desk();
    this.store = new Store(initialModel());
    this.#arrival = new Arrival(desk, this.store);
    this.#conversation = new Conversation(desk, this.store);
    this.#attendance = new Attendance(desk, this.store, this.#conversation);
    this.#showing = new Showing(desk, this.store, (session) => {
      this.#attendance.take(session);
    });
  }

  /** Follows the link in the address; a reload comes back to where the person was. */
  async open(): Promise<void> {
    const session = await this.#arrival.resumed();
    if (session) this.#attendance.follow(session);
    else await this.#arrival.visit();
    const { way, trouble } = this.store.now;
    // A link that is over is the receipt of the browser that was there.
    const isReceipt = !session && trouble === 'closed';
    if (isReceipt || (!session && way === 'browser' && !trouble)) await this.#attendance.join();
    this.#keepLooking();
  }

  go(way: Way): void {
    keepWay(way);
    this.store.set({ way });
    this.#keepLooking();
    if (way === 'browser') void this.#attendance.join();
  }

  speak(language: Language): void {
    keepLanguage(language);
    this.store.set({ language });
  }

  tryNow(): void {
    // The attempts that wait for the network wait for this event.
    dispatchEvent(new Event('online'));
  }

  choose(): void {
    void this.#showing.choose();
  }

  refuse(): void {
    void this.#showing.refuse();
  }

  pause(paused: boolean): void {
    this.#showing.pause(paused);
  }

  stop(): void {
    void this.#showing.stop();
  }

  leave(): void {
    void this.#attendance.leave();
  }

  rate(score: number, words: string): void {
    void this.#attendance.rate(score, words);
  }

  askAgain(): void {
    void this.#attendance.askAgain();
  }

  write(text: string): void {
    void this.#conversation.write(text);
  }

  writeAgain(key: string): void {
    void this.#conversation.writeAgain(key);
  }

  /** An invitation can be withdrawn or run out, and a helper can take it up, while this page is open. */
  #keepLooking(): void {
    const { way } = this.store.now;
    clearTimeout(this.#looking);
    this.#looking = setTimeout(
      () => {
        void this.#lookAgain();
      },
      way === 'helper' ? lookAgainMs.helper : lookAgainMs.undecided,
    );
  }

  async #lookAgain(): Promise<void> {
    const { visit, way } = this.store.now;
    if (visit && way !== 'browser' && !document.hidden) await this.#arrival.revisit();
    this.#keepLooking();
  }
}

function initialModel(): Model {
  const { token, mistyped } = takeLink();
  return {
    language: startingLanguage(null),
    token,
    visit: null,
    trouble: mistyped ? 'unknown' : null,
    way: keptWay(),
    session: null,
    waiting: null,
    reachable: true,
    choice: 'none',
    last: null,
    lapsesAt: null,
    paused: false,
    picture: 'connecting',
    surface: null,
    messages: [],
    drafts: [],
    canShow: canShowScreens(),
  };
}
