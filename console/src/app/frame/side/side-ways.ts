import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { NoticeInbox } from '../../notices/notice-inbox.js';
import { WaitingProposals } from '../../policy/waiting-proposals.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { MyWays } from './my-ways.js';

/** The ways beside the queue, by what they are for. */
@Component({
  selector: 'md-side-ways',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    @for (group of groups(); track group.head) {
      <h2 class="side-head">{{ words.t(group.head) }}</h2>
      <ul class="side-list">
        @for (way of group.ways; track way.path) {
          <li>
            <a
              class="side-link"
              [routerLink]="way.path"
              routerLinkActive="on"
              ariaCurrentWhenActive="page"
            >
              <md-icon [name]="way.icon" /><span class="clip">{{ words.t(way.words) }}</span>
              @if (newsAt(way.path); as count) {
                <b class="num">{{ count }}</b>
              }
            </a>
          </li>
        }
      </ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SideWays {
  readonly words = inject(Words);
  readonly #inbox = inject(NoticeInbox);
  readonly #proposals = inject(WaitingProposals);
  readonly groups = inject(MyWays).groups;

  /** How much waits for me on a page. */
  newsAt(path: string): number {
    if (path === '/notices') return this.#inbox.unread();
    return path === '/policy' ? this.#proposals.count() : 0;
  }
}
