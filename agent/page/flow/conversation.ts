import type { Desk } from '../desk/desk.js';
import { DeskRefusal, DeskUnreachable } from '../desk/desk-error.js';
import type { ChatMessage } from '../desk/shapes.js';
import type { Model } from '../state/model.js';
import type { Store } from '../state/store.js';

/** The chat with the technician. */
export class Conversation {
  readonly #desk: Desk;
  readonly #store: Store<Model>;

  constructor(desk: Desk, store: Store<Model>) {
    this.#desk = desk;
    this.#store = store;
  }

  /** Reads what was written so far, as after joining or a broken line. */
  async catchUp(): Promise<void> {
    try {
      for (const message of await this.#desk.messages()) this.take(message);
    } catch (error) {
      // The next opening of the live stream reads it again.
      if (!(error instanceof DeskUnreachable || error instanceof DeskRefusal)) throw error;
    }
  }

  /** Takes in a message, once. */
  take(message: ChatMessage): void {
    const { messages } = this.#store.now;
    if (messages.some(({ id }) => id === message.id)) return;
    const inOrder = [...messages, message].sort((a, b) => a.at.localeCompare(b.at));
    this.#store.set({ messages: inOrder });
  }

  async write(text: string): Promise<void> {
    const draft = { key: crypto.randomUUID(), text, failed: false };
    this.#store.set({ drafts: [...this.#store.now.drafts, draft] });
    await this.#send(draft.key, text);
  }

  /** Sends a message again that did not reach the desk; the desk takes it once. */
  async writeAgain(key: string): Promise<void> {
    const draft = this.#store.now.drafts.find((one) => one.key === key);
    if (!draft) return;
    this.#mark(key, false);
    await this.#send(key, draft.text);
  }

  async #send(key: string, text: string): Promise<void> {
    try {
      const message = await this.#desk.sendMessage(key, text);
      this.#store.set({ drafts: this.#store.now.drafts.filter((one) => one.key !== key) });
      this.take(message);
    } catch (error) {
      if (!(error instanceof DeskUnreachable || error instanceof DeskRefusal)) throw error;
      this.#mark(key, true);
    }
  }

  #mark(key: string, failed: boolean): void {
    const drafts = this.#store.now.drafts.map((one) =>
      one.key === key ? { ...one, failed } : one,
    );
    this.#store.set({ drafts });
  }
}
