import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { QueueRow } from '../desk/contract.js';
import { LiveFeed } from '../desk/live-feed.js';
import { MyDesk } from '../desk/my-desk.js';
import { Notices } from '../shell/notices.js';
import { Preferences } from '../shell/preferences.js';
import { Words } from '../words/words.js';
import { chime } from './chime.js';
import { isForMe } from './row-action.js';

/** Tells of sessions that have become ready and are mine or nobody's: in words, by sound and by a desktop notice. */
@Injectable({ providedIn: 'root' })
export class NewWork {
  readonly #feed = inject(LiveFeed);
  readonly #me = inject(MyDesk).key;
  readonly #preferences = inject(Preferences);
  readonly #words = inject(Words);
  readonly #notices = inject(Notices);
  readonly #router = inject(Router);
  readonly #told = new Set<string>();

  begin(): void {
    this.#feed.listen((event) => {
      if (event.type === 'session') this.#weigh(event.row);
    });
  }

  #weigh(row: QueueRow): void {
    const mine = row.assignee?.key === this.#me() || row.abilities.includes('claim');
    const isNews = isForMe(row) || (row.state === 'ready' && mine);
    if (!isNews) {
      this.#told.delete(row.id);
      this.#told.delete(`offer ${row.id}`);
    } else if (!this.#told.has(keyOf(row))) {
      this.#told.add(keyOf(row));
      this.#tell(row);
    }
  }

  #tell(row: QueueRow): void {
    const key = isForMe(row) ? 'newWork.offered' : 'newWork.ready';
    const text = this.#words.t(key, { name: row.requester.name });
    this.#notices.say(`${text} ${row.subject}`);
    // One tab of many speaks aloud.
    if (!this.#feed.leading()) return;
    if (this.#preferences.sound()) chime();
    if (this.#preferences.notices() && document.hidden) this.#notify(text, row);
  }

  #notify(text: string, row: QueueRow): void {
    const notice = new Notification(text, { body: row.subject, tag: row.id, icon: '/favicon.svg' });
    notice.onclick = () => {
      window.focus();
      void this.#router.navigate(['/sessions', row.id]);
      notice.close();
    };
  }
}

/** An offer is news of its own, also where the session was ready before. */
function keyOf(row: QueueRow): string {
  return isForMe(row) ? `offer ${row.id}` : row.id;
}
