import { Injectable, inject } from '@angular/core';
import type { QueueRow } from '../desk/contract.js';
import { LiveFeed } from '../desk/live-feed.js';
import { MyDesk } from '../desk/my-desk.js';
import { Announcer } from '../shell/announcer.js';
import { Words } from '../words/words.js';
import { isForMe } from './row-action.js';

/** Tells of sessions that have become ready and are mine or nobody's. */
@Injectable({ providedIn: 'root' })
export class NewWork {
  readonly #feed = inject(LiveFeed);
  readonly #me = inject(MyDesk).key;
  readonly #announcer = inject(Announcer);
  readonly #words = inject(Words);
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
    this.#announcer.tell(text, { body: row.subject, link: `/sessions/${row.id}` });
  }
}

/** An offer is news of its own, also where the session was ready before. */
function keyOf(row: QueueRow): string {
  return isForMe(row) ? `offer ${row.id}` : row.id;
}
