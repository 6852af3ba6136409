import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { LiveFeed } from '../desk/live-feed.js';
import { Preferences } from '../preferences.js';
import { chime } from './chime.js';
import { Notices } from './notices.js';

/** What is announced beside the sentence itself, and where it leads. */
export interface Announced {
  readonly body: string;
  /** The page of the console that it is about. */
  readonly link: string;
}

/** Says something aloud that should not wait: in words, by sound and by a desktop notice, as far as wanted. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly #feed = inject(LiveFeed);
  readonly #preferences = inject(Preferences);
  readonly #notices = inject(Notices);
  readonly #router = inject(Router);

  tell(text: string, announced: Announced): void {
    this.#notices.say(`${text} ${announced.body}`);
    // One tab of many speaks aloud.
    if (!this.#feed.leading()) return;
    if (this.#preferences.sound()) chime();
    if (this.#preferences.notices() && document.hidden) this.#notify(text, announced);
  }

  #notify(text: string, { body, link }: Announced): void {
    const notice = new Notification(text, { body, tag: link, icon: '/favicon.svg' });
    notice.onclick = () => {
      window.focus();
      void this.#router.navigateByUrl(link);
      notice.close();
    };
  }
}
