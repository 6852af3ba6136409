import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isToKnow } from '../../../../workflows/domain/notices/desk-notices.js';
import { noticeKinds } from '../../../../workflows/domain/notices/notice-kinds.js';
import { Since } from '../queue/since.js';
import { MyDesk } from '../desk/my-desk.js';
import type { NoticeKind, NoticePreferences } from '../desk/contract.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { PageHead } from '../shell/page-head.js';
import { Words } from '../words/words.js';
import { NoticeInbox } from './notice-inbox.js';
import { noticeLink } from './notice-link.js';
import { NoticeWords } from './notice-words.js';
import { NoticesApi } from './notices-api.js';

/** What the desk has told me, and what I also want by mail. */
@Component({
  selector: 'md-notices-page',
  imports: [Icon, PageHead, RouterLink, Since],
  templateUrl: './notices-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticesPage {
  readonly words = inject(Words);
  readonly noticeWords = inject(NoticeWords);
  readonly inbox = inject(NoticeInbox);
  readonly desk = inject(MyDesk);
  readonly #api = inject(NoticesApi);
  readonly #notices = inject(Notices);
  /** What I can be told of at all. */
  readonly kinds = computed(() =>
    noticeKinds.filter((kind) => isToKnow(kind, (action) => this.desk.mayAtDesk(action))),
  );
  readonly preferences = signal<NoticePreferences | null>(null);

  constructor() {
    void this.#run(() => this.#api.preferences());
  }

  readonly linkOf = noticeLink;

  textOf(kind: NoticeKind): string {
    return this.words.t(`notice.${kind}`);
  }

  prefer(kind: NoticeKind, wanted: boolean): void {
    const mail = this.preferences()?.mail ?? [];
    const rest = mail.filter((one) => one !== kind);
    void this.#run(() => this.#api.prefer(wanted ? [...rest, kind] : rest));
  }

  async #run(ask: () => Promise<NoticePreferences>): Promise<void> {
    try {
      this.preferences.set(await ask());
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
