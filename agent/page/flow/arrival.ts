import type { Desk } from '../desk/desk.js';
import { DeskRefusal, DeskUnreachable } from '../desk/desk-error.js';
import { persist } from '../desk/persist.js';
import type { DeviceSession } from '../desk/shapes.js';
import { startingLanguage } from '../language/kept-language.js';
import { keptDeviceToken } from '../link/kept-link.js';
import { troubleOf } from '../link/link-trouble.js';
import type { Model } from '../state/model.js';
import type { Store } from '../state/store.js';

/** Following a link: what it is about, and whether this browser has been here before. */
export class Arrival {
  readonly #desk: Desk;
  readonly #store: Store<Model>;

  constructor(desk: Desk, store: Store<Model>) {
    this.#desk = desk;
    this.#store = store;
  }

  /** The session that this tab was in before it was reloaded, or null. */
  async resumed(): Promise<DeviceSession | null> {
    const deviceToken = keptDeviceToken();
    if (deviceToken === null) return null;
    this.#desk.resume(deviceToken);
    try {
      return await persist(() => this.#desk.session(), { onAway: this.#away });
    } catch (error) {
      // A token that no longer counts leads back to the link itself.
      if (error instanceof DeskRefusal) return null;
      throw error;
    }
  }

  /** Reads what the link is about, however long the desk takes to answer. */
  async visit(): Promise<void> {
    const { token } = this.#store.now;
    if (token === null) {
      this.#store.set({ trouble: this.#store.now.trouble ?? 'missing' });
      return;
    }
    await this.#visitOnce(() => persist(() => this.#desk.visitLink(token), { onAway: this.#away }));
  }

  /** Looks again whether anything has changed, without a word when the desk is away. */
  async revisit(): Promise<void> {
    const { token, session } = this.#store.now;
    if (token === null || session) return;
    try {
      await this.#visitOnce(() => this.#desk.visitLink(token));
    } catch (error) {
      if (!(error instanceof DeskUnreachable)) throw error;
    }
  }

  readonly #away = (): void => {
    this.#store.set({ reachable: false, trouble: this.#store.now.visit ? null : 'unreachable' });
  };

  async #visitOnce(look: () => Promise<NonNullable<Model['visit']>>): Promise<void> {
    try {
      const visit = await look();
      const language = startingLanguage(visit.language);
      this.#store.set({ visit, language, trouble: null, reachable: true });
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      this.#store.set({ visit: null, reachable: true, trouble: troubleOf(error.code) });
    }
  }
}
