import type { Desk } from '../desk/desk.js';
import { DeskRefusal } from '../desk/desk-error.js';
import { LiveStream } from '../desk/live-stream.js';
import { persist } from '../desk/persist.js';
import type { ChatMessage, DeviceSession } from '../desk/shapes.js';
import { deviceInfo } from '../device/device-info.js';
import { deviceKey } from '../device/device-key.js';
import { keepDeviceToken, keepWay } from '../link/kept-link.js';
import { troubleOf } from '../link/link-trouble.js';
import { afterSession } from '../state/after-session.js';
import type { Model } from '../state/model.js';
import { hasEnded } from '../state/screen.js';
import type { Store } from '../state/store.js';
import { QueuePlace } from './queue-place.js';

/** What attendance tells the chat. */
interface Chat {
  catchUp(): Promise<void>;
  take(message: ChatMessage): void;
}

/** Being there: joining the session and following it until its end. */
export class Attendance {
  readonly #desk: Desk;
  readonly #store: Store<Model>;
  readonly #chat: Chat;
  readonly #live: LiveStream;
  readonly #queue: QueuePlace;

  constructor(desk: Desk, store: Store<Model>, chat: Chat) {
    this.#desk = desk;
    this.#store = store;
    this.#chat = chat;
    this.#queue = new QueuePlace(desk, store);
    this.#live = new LiveStream(() => desk.deviceToken, {
      session: (session) => {
        this.take(session);
      },
      message: (message) => {
        chat.take(message);
      },
      heard: () => {
        this.#reach(true);
      },
      quiet: () => {
        this.#reach(false);
      },
      unknown: () => void this.join(),
    });
  }

  /** Binds this browser to the link, or comes back to it; the first device to do so keeps it. */
  async join(): Promise<void> {
    const { token } = this.#store.now;
    if (token === null) return;
    try {
      const session = await persist(() => this.#desk.join(token, deviceKey(), deviceInfo()), {
        onAway: () => {
          this.#reach(false);
        },
      });
      keepDeviceToken(this.#desk.deviceToken ?? '');
      this.follow(session);
    } catch (error) {
      this.#turnedAway(error);
    }
  }

  /** Follows a session that this browser has joined. */
  follow(session: DeviceSession): void {
    this.take(session);
    if (hasEnded(session)) return;
    this.#live.open();
    this.#queue.follow();
    void this.#chat.catchUp();
  }

  /** Takes in what the desk says of the session. */
  take(session: DeviceSession): void {
    this.#store.set(afterSession(this.#store.now, session, performance.now()));
    if (!hasEnded(session)) return;
    this.#live.close();
    this.#queue.stop();
  }

  /** Says how it was; the last answer counts. */
  async rate(score: number, words: string): Promise<void> {
    await this.#tell(() => this.#desk.rate(score, words));
  }

  /** Opens the session again, and follows it once more. */
  async askAgain(): Promise<void> {
    const key = crypto.randomUUID();
    await this.#tell(() => this.#desk.askAgain(key));
    const { session } = this.#store.now;
    if (session && !hasEnded(session)) this.follow(session);
  }

  async leave(): Promise<void> {
    const key = crypto.randomUUID();
    await this.#tell(() => this.#desk.leave(key));
  }

  /** Tells the desk, and takes in what it makes of it; what it refuses has come otherwise meanwhile. */
  async #tell(tell: () => Promise<DeviceSession>): Promise<void> {
    try {
      this.take(await persist(tell));
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
    }
  }

  #turnedAway(error: unknown): void {
    if (!(error instanceof DeskRefusal)) throw error;
    keepWay('undecided');
    this.#store.set({ session: null, way: 'undecided', trouble: troubleOf(error.code) });
  }

  #reach(reachable: boolean): void {
    if (reachable === this.#store.now.reachable) return;
    this.#store.set({ reachable });
    // What was written while the line was down is not told again by the stream.
    if (reachable && this.#store.now.session) void this.#chat.catchUp();
  }
}
