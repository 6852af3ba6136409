import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { DeskApi } from './desk/desk-api.js';
import { LiveFeed } from './desk/live-feed.js';
import { MyDesk } from './desk/my-desk.js';
import { NoticeInbox } from './notices/notice-inbox.js';
import { NewWork } from './queue/new-work.js';
import { ConnectionBanner } from './frame/connection-banner.js';
import { Dialogs } from './shell/dialogs/dialogs.js';
import { GlobalKeys } from './frame/global-keys.js';
import { DialogHost } from './frame/dialog-host.js';
import { NoticeList } from './frame/notice-list.js';

/** The frame around every page: banner, page, dialogs, notices. */
@Component({
  selector: 'md-root',
  imports: [RouterOutlet, ConnectionBanner, DialogHost, NoticeList],
  template: `
    <md-connection-banner />
    <router-outlet />
    <md-dialog-host />
    <md-notice-list />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  readonly #router = inject(Router);
  readonly #api = inject(DeskApi);
  readonly #desk = inject(MyDesk);
  readonly #feed = inject(LiveFeed);
  readonly #dialogs = inject(Dialogs);

  constructor() {
    inject(GlobalKeys).begin();
    inject(NewWork).begin();
    inject(NoticeInbox).begin();
    effect(() => {
      if (this.#desk.me()) this.#feed.start();
    });
    effect(() => {
      if (this.#api.signedOut()) void this.#leave();
    });
  }

  async #leave(): Promise<void> {
    // Whom the desk has not known yet is sent on by the guard of the page.
    if (!this.#desk.me()) return;
    this.#feed.stop();
    this.#desk.forget();
    this.#dialogs.close();
    const returnTo = this.#router.url;
    if (returnTo.startsWith('/sign-in')) return;
    await this.#router.navigate(['/sign-in'], { queryParams: { returnTo } });
  }
}
