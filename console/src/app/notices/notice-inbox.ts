import { Injectable, effect, inject, signal } from '@angular/core';
import { beginningOf } from '../../../../workflows/domain/beginning-of-text.js';
import { deskNoticeKinds } from '../../../../workflows/domain/notices/desk-notices.js';
import type { Notice } from '../desk/contract.js';
import { LiveFeed } from '../desk/live-feed.js';
import { MyDesk } from '../desk/my-desk.js';
import { Announcer } from '../shell/announcer.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';
import { noticeLink } from './notice-link.js';
import { NoticeWords } from './notice-words.js';
import { NoticesApi } from './notices-api.js';

/** What is said aloud here; offers are announced with their rows, the rest waits in the list. */
const urgent: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>([
  'collaboration',
  'sla',
  'escalated',
  ...deskNoticeKinds,
]);

const atOnce = 50;
/** As much of a reason as is heard to its end. */
const heard = 120;

/** What the desk has told me, latest first, kept up by the live stream. */
@Injectable({ providedIn: 'root' })
export class NoticeInbox {
  readonly #api = inject(NoticesApi);
  readonly #feed = inject(LiveFeed);
  readonly #desk = inject(MyDesk);
  readonly #announcer = inject(Announcer);
  readonly #notices = inject(Notices);
  readonly #words = inject(Words);
  readonly #noticeWords = inject(NoticeWords);
  readonly #list = signal<readonly Notice[]>([]);
  readonly #unread = signal(0);
  readonly #next = signal<string | null>(null);
  readonly #isLoaded = signal(false);

  readonly list = this.#list.asReadonly();
  readonly unread = this.#unread.asReadonly();
  /** Whether the desk has told anything yet, be it nothing. */
  readonly isLoaded = this.#isLoaded.asReadonly();
  /** Whether there is more than what is listed. */
  readonly more = () => this.#next() !== null;

  constructor() {
    effect(() => {
      if (this.#desk.me()) void this.load();
    });
  }

  begin(): void {
    this.#feed.listen((event) => {
      if (event.type === 'notice') this.#take(event.notice);
      if (event.type === 'reset') void this.load();
      // What the desk tells of itself comes without a session, and must be asked for.
      if (event.type === 'directory' && event.parts.includes('notices')) void this.#hearOfDesk();
    });
  }

  async load(): Promise<void> {
    await this.#ask(null, () => []);
  }

  async loadMore(): Promise<void> {
    await this.#ask(this.#next(), () => this.#list());
  }

  /** I have seen everything that is listed. */
  async readAll(): Promise<void> {
    const [latest] = this.#list();
    if (!latest || this.#unread() === 0) return;
    try {
      await this.#api.read(latest.id);
      this.#unread.set(0);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  async #ask(after: string | null, before: () => readonly Notice[]): Promise<void> {
    try {
      const { notices, unread, next } = await this.#api.page(after, atOnce);
      const known = before();
      this.#list.set([
        ...known,
        ...notices.filter(({ id }) => !known.some((one) => one.id === id)),
      ]);
      this.#unread.set(unread);
      this.#next.set(next);
      this.#isLoaded.set(true);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  #take(notice: Notice): void {
    if (this.#knows(notice)) return;
    this.#list.update((list) => [notice, ...list]);
    this.#unread.update((unread) => unread + 1);
    this.#announce(notice);
  }

  async #hearOfDesk(): Promise<void> {
    const before = this.#list();
    await this.load();
    for (const notice of this.#list()) {
      const isNews = notice.unread && !before.some(({ id }) => id === notice.id);
      if (isNews && notice.session === null) this.#announce(notice);
    }
  }

  #announce(notice: Notice): void {
    if (!urgent.has(notice.kind)) return;
    const { session, proposal } = notice;
    const said = this.#noticeWords.title(notice);
    const reason = this.#noticeWords.reason(notice);
    const about = session?.subject ?? proposal?.title ?? this.#words.t('notices.ofDesk');
    this.#announcer.tell(session ? `${said}: ${session.requester}` : `${said}.`, {
      body: reason === null ? about : `${about} · ${beginningOf(reason, heard)}`,
      link: noticeLink(notice),
    });
  }

  #knows({ id }: Notice): boolean {
    return this.#list().some((one) => one.id === id);
  }
}
