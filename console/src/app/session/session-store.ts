import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { ChatMessage, QueueRow, SessionDetail, TimelineEvent } from '../desk/contract.js';
import { DeskApi } from '../desk/desk-api.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import type { LiveEvent } from '../desk/live-event.js';
import { LiveFeed } from '../desk/live-feed.js';
import { MyDesk } from '../desk/my-desk.js';

/** One session with its chat and timeline, kept true by the live feed. */
@Injectable()
export class SessionStore {
  readonly #api = inject(DeskApi);
  readonly #feed = inject(LiveFeed);
  readonly #me = inject(MyDesk).key;
  readonly #session = signal<SessionDetail | null>(null);
  readonly #messages = signal<readonly ChatMessage[]>([]);
  readonly #timeline = signal<readonly TimelineEvent[]>([]);
  readonly #problem = signal<DeskProblem | null>(null);
  readonly #wentAway = signal(false);
  #id: string | null = null;
  #reading = false;
  #stale = false;

  readonly session = this.#session.asReadonly();
  readonly messages = this.#messages.asReadonly();
  readonly timeline = this.#timeline.asReadonly();
  readonly problem = this.#problem.asReadonly();
  /** Whether it was shown here, and is no longer mine to see. */
  readonly wentAway = this.#wentAway.asReadonly();
  readonly iDrive = computed(() => this.#session()?.driver?.key === this.#me());
  readonly mayWatch = computed(() => this.#session()?.abilities.includes('watch') === true);

  constructor() {
    const stop = this.#feed.listen((event) => {
      this.#hear(event);
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.#id = null;
    });
  }

  /** Shows another session. */
  async show(id: string): Promise<void> {
    this.#id = id;
    this.#session.set(null);
    this.#messages.set([]);
    this.#timeline.set([]);
    this.#problem.set(null);
    this.#wentAway.set(false);
    await this.again();
  }

  /** Reads it all again; while one reading goes on, at most one more follows. */
  async again(): Promise<void> {
    this.#stale = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#stale && this.#id !== null) {
      this.#stale = false;
      await this.#read(this.#id);
    }
    this.#reading = false;
  }

  /** Takes over what a command answered. */
  take(session: SessionDetail): void {
    if (session.id !== this.#id) return;
    if (session.sequence >= (this.#session()?.sequence ?? 0)) this.#session.set(session);
    this.#problem.set(null);
  }

  add(message: ChatMessage): void {
    if (message.sessionId !== this.#id) return;
    this.#messages.update((messages) =>
      messages.some(({ id }) => id === message.id) ? messages : [...messages, message],
    );
  }

  async #read(id: string): Promise<void> {
    try {
      const [session, messages, timeline] = await Promise.all([
        this.#api.session(id),
        this.#api.messages(id),
        this.#api.timeline(id),
      ]);
      if (this.#id !== id) return;
      this.take(session);
      this.#messages.set(messages);
      this.#timeline.set(timeline);
    } catch (thrown) {
      if (this.#id === id) this.#miss(asProblem(thrown));
    }
  }

  /** What has gone where I do not see it is not shown as if it were still mine. */
  #miss(problem: DeskProblem): void {
    this.#problem.set(problem);
    if (problem.problem.status !== 404) return;
    if (this.#session()) this.#wentAway.set(true);
    this.#session.set(null);
  }

  #hear(event: LiveEvent): void {
    if (event.type === 'message') this.add(event.message);
    else if (event.type === 'reset') void this.again();
    else if (event.type === 'session' && event.row.id === this.#id) this.#follow(event.row);
    else if ('id' in event && event.id === this.#id) void this.again();
  }

  /** The row shows at once what it knows; the details follow. */
  #follow(row: QueueRow): void {
    const session = this.#session();
    if (session && row.sequence >= session.sequence) this.#session.set({ ...session, ...row });
    void this.again();
  }
}
