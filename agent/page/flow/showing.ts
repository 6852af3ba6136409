import type { Desk } from '../desk/desk.js';
import { DeskRefusal } from '../desk/desk-error.js';
import { persist } from '../desk/persist.js';
import type { DeviceSession, Question } from '../desk/shapes.js';
import { type ChosenScreen, chooseScreen, NoScreenChosen } from '../share/choose-screen.js';
import type { Publisher } from '../share/publisher.js';
import type { Model } from '../state/model.js';
import { mayBeSeen } from '../state/screen.js';
import type { Store } from '../state/store.js';

/** Choosing a screen, allowing it to be seen, pausing and taking it back. */
export class Showing {
  readonly #desk: Desk;
  readonly #store: Store<Model>;
  readonly #take: (session: DeviceSession) => void;
  #screen: ChosenScreen | null = null;
  #publisher: Publisher | null = null;

  /** `take` hears of every answer of the desk. */
  constructor(desk: Desk, store: Store<Model>, take: (session: DeviceSession) => void) {
    this.#desk = desk;
    this.#store = store;
    this.#take = take;
    store.listen(() => {
      if (store.now.choice === 'none' && this.#screen) this.#drop();
    });
    addEventListener('pagehide', () => this.#publisher?.close());
  }

  /**
   * Lets the person choose a screen and only then says yes to the desk, so that no consent stands
   * without a screen chosen. Also shows again what the desk still allows, as after a reload.
   */
  async choose(): Promise<void> {
    const { session, choice } = this.#store.now;
    if (!session || choice !== 'none') return;
    const { question } = session.consent;
    this.#store.set({ choice: 'choosing', last: null });
    try {
      this.#hold(await chooseScreen(), question);
    } catch (error) {
      if (!(error instanceof NoScreenChosen)) throw error;
      // When the question is over already, what ended it is the better news.
      if (this.#isOpen(question)) this.#store.set({ choice: 'none', last: error.reason });
      return;
    }
    if (question && this.#screen) await this.#allow(question);
    else if (this.#screen) this.#show();
  }

  /** Says no to the open question. */
  async refuse(): Promise<void> {
    const question = this.#store.now.session?.consent.question;
    if (!question) return;
    this.#store.set({ choice: 'none', last: 'refused' });
    await this.#answer(question, false);
  }

  pause(paused: boolean): void {
    this.#publisher?.pause(paused);
    void this.#desk.pause(paused);
    this.#store.set({ paused });
  }

  /** Stops showing at once, then takes the permission back for as long as the desk takes to hear it. */
  async stop(): Promise<void> {
    this.#store.set({ choice: 'none', last: 'stopped' });
    const key = crypto.randomUUID();
    const wanted = (): boolean => mayBeSeen(this.#store.now.session);
    await this.#tell(() => this.#desk.withdrawView(key), wanted);
  }

  /** Whether the moment for which a screen was chosen is still there. */
  #isOpen(question: Question | null): boolean {
    const { session, choice } = this.#store.now;
    if (choice !== 'choosing') return false;
    return question ? session?.consent.question?.id === question.id : mayBeSeen(session);
  }

  #hold(screen: ChosenScreen, question: Question | null): void {
    if (!this.#isOpen(question)) {
      screen.track.stop();
      return;
    }
    this.#screen = screen;
    // The browser has its own button to stop sharing; it means the same as ours.
    screen.track.addEventListener('ended', () => {
      if (this.#screen === screen) void this.stop();
    });
    this.#store.set({ surface: screen.surface, paused: false });
  }

  async #allow(question: Question): Promise<void> {
    this.#store.set({ choice: 'answering' });
    await this.#answer(question, true);
    if (mayBeSeen(this.#store.now.session)) this.#show();
    else this.#store.set({ choice: 'none' });
  }

  #answer(question: Question, allowed: boolean): Promise<void> {
    const key = crypto.randomUUID();
    const wanted = (): boolean => this.#store.now.session?.consent.question?.id === question.id;
    return this.#tell(() => this.#desk.answerConsent(key, question.id, allowed), wanted);
  }

  /** Brings a word to the desk; a refusal means that it came too late, and the live stream knows why. */
  async #tell(word: () => Promise<DeviceSession>, wanted: () => boolean): Promise<void> {
    try {
      this.#take(await persist(word, { wanted }));
    } catch (error) {
      if (!(error instanceof DeskRefusal) && wanted()) throw error;
    }
  }

  #show(): void {
    const screen = this.#screen;
    if (!screen) return;
    this.#store.set({ choice: 'showing', picture: 'connecting' });
    void this.#publish(screen);
  }

  /** The part that speaks to Janus is large and loaded only by who shows a screen. */
  async #publish(screen: ChosenScreen): Promise<void> {
    const { Publisher } = await import('../share/publisher.js');
    if (this.#screen !== screen) return;
    this.#publisher = new Publisher(screen.track, {
      ticket: () => this.#desk.mediaTicket(),
      picture: (picture) => {
        this.#store.set({ picture });
      },
    });
    this.#publisher.start();
  }

  #drop(): void {
    const screen = this.#screen;
    this.#screen = null;
    this.#publisher?.close();
    this.#publisher = null;
    screen?.track.stop();
  }
}
